/**
 * Pixels: the tokens (`tokens.css`), the controls, the notices, the frame of a page. Behaviour comes from
 * react-aria-components. This room never fetches and knows no word of the domain but the patient's identity, which is
 * shown the same way everywhere.
 */
export { Badge, type Tone } from './badge.tsx';
export { BrandMark } from './brand.tsx';
export { Button, type ButtonProps, LinkButton, type LinkButtonProps } from './button.tsx';
export { CheckboxField } from './checkbox-field.tsx';
export { ChoiceField, type ChoiceFieldProps } from './choice-field.tsx';
export { classNames } from './class-names.ts';
export { CodeField } from './code-field.tsx';
export { ComboField, type ComboFieldProps, type Found } from './combo-field.tsx';
export { DateField, type DateFieldProps } from './date-field.tsx';
export { ConfirmDialog, type ConfirmDialogProps } from './confirm-dialog.tsx';
export { Dialog, type DialogProps } from './dialog.tsx';
export { EmptyState } from './empty-state.tsx';
export { ErrorNotice } from './error-notice.tsx';
export { holdInView } from './hold-in-view.ts';
export { Icon, type IconName } from './icon.tsx';
export { FileDrop, type FileDropProps } from './file-drop.tsx';
export { FloatingPanel } from './floating-panel.tsx';
export { type Identity, IdentityBanner } from './identity-banner.tsx';
export { Menu, type MenuEntry, type MenuGroup, type MenuProps } from './menu.tsx';
export { NewPasswordField, type NewPasswordFieldProps } from './new-password-field.tsx';
export { Notice } from './notice.tsx';
export { OrderList, type OrderListProps } from './order-list.tsx';
export { PageHeader, type PageHeaderProps, useDocumentTitle } from './page-header.tsx';
export { Panel, type PanelProps } from './panel.tsx';
export { PasswordField } from './password-field.tsx';
export { ProgressBar } from './progress-bar.tsx';
export { ProposedField } from './proposed-field.tsx';
export { SearchField } from './search-field.tsx';
export { type Choice, SelectField, type SelectFieldProps } from './select-field.tsx';
export { SeveralField } from './several-field.tsx';
export { SkipLink } from './skip-link.tsx';
export { Spinner } from './spinner.tsx';
export { StepHeading } from './step-heading.tsx';
export { TextArea, TextField, type TextFieldProps } from './text-field.tsx';
export { restoreTheme, type Theme, themes, useTheme } from './theme.ts';
export { type ToastMessage, ToastRegion, useToast } from './toast.tsx';
export { useAnnouncer } from './use-announcer.tsx';
export { useFormats, useLanguage } from './use-language.ts';
export { useSecondsLeft } from './use-seconds-left.ts';
export { useSettled } from './use-settled.ts';
export { Tooltip } from './tooltip.tsx';
export { VisuallyHidden } from './visually-hidden.tsx';
