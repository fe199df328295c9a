import { el } from './xml.ts'

export const wordSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Millimetres as Word counts them, in twentieths of a point. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/** GB/T 9704: title 2号 小标宋, headings 3号 黑体, text 3号 仿宋, lines 28.95 pt apart (22 to a page). */
export const wordStyles = (): string =>
  el(
    'w:styles',
    { 'xmlns:w': wordSpace },
    el(
      'w:docDefaults',
      {},
      el(
        'w:rPrDefault',
        {},
        el('w:rPr', {}, fonts('仿宋_GB2312'), size(16), el('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' })),
      ),
      el('w:pPrDefault', {}, el('w:pPr', {}, spacing(linePitch))),
    ),
    style('Normal', 'Normal', [], []),
    style(
      'Title',
      'Title',
      [
        el('w:spacing', { 'w:before': linePitch, 'w:after': linePitch, 'w:line': 700, 'w:lineRule': 'exact' }),
        el('w:jc', { 'w:val': 'center' }),
      ],
      [fonts('方正小标宋简体'), size(22)],
    ),
    style('Subtitle', 'Subtitle', [spacing(linePitch), el('w:jc', { 'w:val': 'center' })], [fonts('楷体_GB2312')]),
    style(
      'Heading1',
      'heading 1',
      [el('w:keepNext'), spacing(linePitch), indent(2), el('w:outlineLvl', { 'w:val': 0 })],
      [fonts('黑体')],
    ),
    style('BodyText', 'Body Text', [spacing(linePitch), indent(2), el('w:jc', { 'w:val': 'both' })], []),
    style(
      'Caption',
      'caption',
      [el('w:keepNext'), el('w:spacing', { 'w:before': 240, 'w:after': 80 })],
      [fonts('黑体'), size(12)],
    ),
    style('TableText', 'Table Text', [offGrid, el('w:spacing', { 'w:line': 240, 'w:lineRule': 'auto' })], [size(9)]),
    style(
      'TableTextSmall',
      'Table Text Small',
      [offGrid, el('w:spacing', { 'w:line': 240, 'w:lineRule': 'auto' })],
      [size(7.5)],
    ),
    style(
      'Note',
      'Note',
      [offGrid, el('w:spacing', { 'w:before': 40, 'w:line': 240, 'w:lineRule': 'auto' })],
      [size(9)],
    ),
    style('Footer', 'footer', [el('w:jc', { 'w:val': 'center' })], [fonts('宋体'), size(14)]),
  )

/** Fonts a machine may lack, with what stands in for them; none is shipped. */
export const fontTable = (): string =>
  el(
    'w:fonts',
    { 'xmlns:w': wordSpace },
    ...Object.entries(fallbacks).map(([name, others]) =>
      el('w:font', { 'w:name': name }, el('w:altName', { 'w:val': others })),
    ),
  )

/** 3号 and two characters in. */
export const linePitch = 579

const fallbacks: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋,FangSong,Noto Serif CJK SC',
  楷体_GB2312: '楷体,KaiTi,Noto Serif CJK SC',
  方正小标宋简体: '小标宋,宋体,SimSun,Noto Serif CJK SC',
  黑体: 'SimHei,Noto Sans CJK SC',
  宋体: 'SimSun,Noto Serif CJK SC',
}

const fonts = (eastAsia: string) =>
  el('w:rFonts', {
    'w:ascii': 'Times New Roman',
    'w:hAnsi': 'Times New Roman',
    'w:eastAsia': eastAsia,
    'w:cs': 'Times New Roman',
  })

/** Small print keeps its own line height. */
const offGrid = el('w:snapToGrid', { 'w:val': 0 })

const size = (points: number) => el('w:sz', { 'w:val': 2 * points }) + el('w:szCs', { 'w:val': 2 * points })

const spacing = (line: number) => el('w:spacing', { 'w:line': line, 'w:lineRule': 'exact' })

const indent = (characters: number) =>
  el('w:ind', { 'w:firstLineChars': 100 * characters, 'w:firstLine': 320 * characters })

const style = (id: string, name: string, paragraph: readonly string[], run: readonly string[]) =>
  el(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id, 'w:default': id === 'Normal' ? 1 : undefined },
    el('w:name', { 'w:val': name }),
    ...(id === 'Normal' ? [] : [el('w:basedOn', { 'w:val': 'Normal' })]),
    el('w:qFormat'),
    ...(paragraph.length > 0 ? [el('w:pPr', {}, ...paragraph)] : []),
    ...(run.length > 0 ? [el('w:rPr', {}, ...run)] : []),
  )
