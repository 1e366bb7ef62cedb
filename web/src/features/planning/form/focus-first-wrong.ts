/** Brings the cursor to the first field of a form that is shown as wrong, once it is. */
export function focusFirstWrong(formId: string): void {
  requestAnimationFrame(() => {
    document.getElementById(formId)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
