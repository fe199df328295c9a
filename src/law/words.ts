export type Lang = 'zh' | 'en'

/** An interface text: both languages side by side, so the compiler asks for both. */
export type Text = { readonly zh: string; readonly en: string }

export const inLang = (text: Text, lang: Lang): string => text[lang]
