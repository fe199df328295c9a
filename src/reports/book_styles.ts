import { el } from './xml.ts'

/** How a cell shows what it holds: a position in the list of formats below. */
export type Format = keyof typeof formats

const count = '#,##0'
const base = { code: undefined, align: undefined, bold: false, quoted: false, link: false }

const formats = {
  text: base,
  head: { ...base, bold: true, align: 'center' },
  count: { ...base, code: count },
  rate: { ...base, code: '0.00%' },
  countChange: { ...base, code: '+#,##0;-#,##0;0' },
  rateChange: { ...base, code: '+0.00%;-0.00%;0.00%' },
  points: { ...base, code: '+0.00;-0.00;0.00' },
  day: { ...base, code: 'yyyy-mm-dd', align: 'left' },
  none: { ...base, align: 'right' },
  /** Begins like a formula, and stays text when someone edits it. */
  quoted: { ...base, quoted: true },
  countLink: { ...base, code: count, link: true },
} as const

export const styleOf = (format: Format): number => places.get(format) ?? 0

const places: ReadonlyMap<string, number> = new Map(Object.keys(formats).map((format, i) => [format, i]))

/** The style sheet of a workbook. */
export function stylesXml(): string {
  const codes: readonly string[] = [...new Set(Object.values(formats).flatMap(({ code }) => code ?? []))]
  const numberOf = (code: string | undefined) => (code === undefined ? 0 : firstOwn + codes.indexOf(code))
  return el(
    'styleSheet',
    { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
    listed(
      'numFmts',
      codes.map(code => el('numFmt', { numFmtId: numberOf(code), formatCode: code })),
    ),
    listed('fonts', [font(), font(el('b')), font(el('u'), el('color', { rgb: 'FF134A8E' }))]),
    listed('fills', [
      el('fill', {}, el('patternFill', { patternType: 'none' })),
      el('fill', {}, el('patternFill', { patternType: 'gray125' })),
      el('fill', {}, el('patternFill', { patternType: 'solid' }, el('fgColor', { rgb: 'FFE8F0FA' }))),
    ]),
    listed('borders', [border(), border('thin')]),
    listed('cellStyleXfs', [el('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    listed(
      'cellXfs',
      Object.values(formats).map(({ code, align, bold, quoted, link }) =>
        el(
          'xf',
          {
            numFmtId: numberOf(code),
            fontId: link ? 2 : bold ? 1 : 0,
            fillId: bold ? 2 : 0,
            borderId: 1,
            xfId: 0,
            applyNumberFormat: 1,
            applyFont: 1,
            applyFill: 1,
            applyBorder: 1,
            applyAlignment: 1,
            quotePrefix: quoted ? 1 : undefined,
          },
          el('alignment', { horizontal: align, vertical: 'center', wrapText: 1 }),
        ),
      ),
    ),
    listed('cellStyles', [el('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
  )
}

const firstOwn = 164

const listed = (name: string, items: readonly string[]) => el(name, { count: items.length }, ...items)

const font = (...more: readonly string[]) =>
  el(
    'font',
    {},
    ...more.filter(part => part === '<b/>' || part === '<u/>'),
    el('sz', { val: 11 }),
    ...more.filter(part => part.startsWith('<color')),
    el('name', { val: '宋体' }),
    el('family', { val: 3 }),
  )

const border = (style?: 'thin') =>
  el(
    'border',
    {},
    ...['left', 'right', 'top', 'bottom'].map(side =>
      style ? el(side, { style }, el('color', { rgb: 'FFB8C0CA' })) : el(side),
    ),
    el('diagonal'),
  )
