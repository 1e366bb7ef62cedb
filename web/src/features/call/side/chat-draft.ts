/** What is being typed in the chat, whether its panel is open or not. */
export class ChatDraft {
  #text = '';

  get text(): string {
    return this.#text;
  }

  keep(text: string): void {
    this.#text = text;
  }
}
