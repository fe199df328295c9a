/** Telephones and identity numbers as people write them in running text: with spaces, dashes, brackets, in wide figures. */

export type Found = { readonly kind: 'phone' | 'id' | 'email'; readonly at: number; readonly end: number; mask: string }

/** Wide letters and figures as narrow ones, each where it stood. */
export const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))

/** Whatever in the text may be used to find or to be somebody, and what stands in its place when it is published. */
export function numbersIn(text: string, phones: readonly string[] = []): Found[] {
  const plain = narrow(text)
  const found = [...patterns, ...phones.flatMap(onRecord)].flatMap(({ kind, pattern, mask }) =>
    [...plain.matchAll(pattern)].map(({ 0: said, index }) => {
      return { kind, at: index, end: index + said.length, mask: mask(said) }
    }),
  )
  // What an earlier pattern has found is not looked at again.
  return found.filter((one, i) => !found.slice(0, i).some(({ at, end }) => one.at < end && at < one.end))
}

type Pattern = { kind: Found['kind']; pattern: RegExp; mask: (said: string) => string }

/** Spaces in the source stand for what people put between figures. */
const gapped = (source: string) =>
  new RegExp(source.replaceAll(' ', String.raw`[ \t\u00a0\u3000\p{Pd}\p{Cf}()]{0,3}`), 'giu')

const digitsOf = (said: string) => said.replace(/\D/g, '')
const noNumber = () => '（证件号码略）'
const extension = /(?<=(?:\d\P{L}*?){10,12})(?:\p{Pd}|转)\d{1,5}$/u
const maskPhone = (said: string): string => {
  const digits = digitsOf(said.replace(extension, '')).replace(/^(?:00)?86(?=1\d{10}$)/, '')
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  const area = /^(01\d|02\d|0[3-9]\d{2})(?=\d{7})/.exec(digits)?.[1]
  return area ? `${area}-****${digits.slice(-4)}` : `****${digits.slice(-4)}`
}

const born = String.raw`(?:1 [89]|2 0) \d \d (?:0 [1-9]|1 [0-2]) (?:[0-2] \d|3 [01])`
const cue = '(?:电话|手机|座机|传真|拨打|致电|联系方式|tel|phone)'

/** No figure of an identity number is shown (not even its first six); of a telephone its ends are. In this order. */
const patterns: readonly Pattern[] = [
  { kind: 'email', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, mask: () => '（邮箱略）' },
  { kind: 'id', pattern: gapped(String.raw`(?<!\d)[1-9](?: \d){5} ${born}(?: \d){3} [\dx×](?!\d)`), mask: noNumber },
  { kind: 'id', pattern: /(?<!\d)[1-9]\d{7}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}(?!\d)/g, mask: noNumber },
  { kind: 'id', pattern: /(?<!\d)[1-9]\d{5,13}[*x×]{4,}[\dx]{0,4}/gi, mask: noNumber },
  {
    kind: 'phone',
    pattern: gapped(
      String.raw`(?<!\d|\d{4}\p{Pd})(?:\((?:\+|00)?86\) |(?:\+|00)?86 )?1(?:[.·]| )[3-9](?:(?:[.·]| )\d){9}(?!\d)`,
    ),
    mask: maskPhone,
  },
  {
    kind: 'phone',
    pattern: gapped(
      String.raw`(?<!\d[\p{Pd}./]?)\(?0(?:10|2\d|[3-9]\d\d)(?: \d){7,8}(?!\d)(?:(?:\p{Pd}|转)\d{1,5}(?!\d))?`,
    ),
    mask: maskPhone,
  },
  {
    kind: 'phone',
    pattern: gapped(String.raw`(?:\+|(?<!\d)00) 86 [1-9](?: \d){8,10}(?!\d)`),
    mask: said => `****${digitsOf(said).slice(-4)}`,
  },
  { kind: 'phone', pattern: gapped(String.raw`(?<=${cue}[^\d\n]{0,8})[2-9](?: \d){6,7}(?!\d)`), mask: maskPhone },
]

/** A number on record, whole or without its area code, however it is written. */
function onRecord(phone: string): Pattern[] {
  const digits = digitsOf(narrow(phone)).replace(/^(?:00)?86(?=1\d{10}$)/, '')
  const local = /^(?:01\d|02\d|0[3-9]\d{2})(\d{7,8})$/.exec(digits)?.[1]
  return [digits, local]
    .filter(number => number !== undefined && number.length >= 7)
    .map(number => ({
      kind: 'phone',
      pattern: gapped(String.raw`(?<!\d)${[...(number ?? '')].join(' ')}(?!\d)`),
      mask: maskPhone,
    }))
}
