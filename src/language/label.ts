/** What a person reads, in both languages of the product. Chinese is shown first. */
export interface Label {
  readonly zh: string
  readonly en: string
}

export type Lang = keyof Label
