/** How wide a text is, in digits; Chinese characters are twice as wide. */
export const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)
