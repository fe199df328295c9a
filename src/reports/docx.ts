import { createWriteStream } from 'node:fs'
import { inLang } from '../law/words.ts'
import type { Lang, Text } from '../law/words.ts'
import { sayPeriod } from '../../views/reports/period.ts'
import { bulletinOf } from './bulletin.ts'
import { provenance, provenanceColumns } from './provenance.ts'
import type { Cell, Report, ReportTable } from './report.ts'
import { paragraph, writeWord } from './word.ts'
import { wordTable } from './word_table.ts'

/** A bulletin (DOCX) that states only what the figures say, with its tables as an annex. */
export async function writeDocx(path: string, report: Report, lang: Lang): Promise<void> {
  const say = (text: Text) => inLang(text, lang)
  const { sections, tables } = bulletinOf(report)
  const title = say({
    zh: `${report.scope.name.zh}${report.title.zh.replace(/(情况)?(月报|年报|通报)$/, '')}情况通报`,
    en: `${report.scope.name.en}: ${report.title.en}, bulletin`,
  })
  const text = [
    paragraph('Title', title),
    paragraph('Subtitle', say(inBrackets(sayPeriod(report)))),
    ...sections.flatMap(({ title, sentences }, i) => [
      paragraph('Heading1', say({ zh: `${numerals[i] ?? i + 1}、${title.zh}`, en: `${i + 1}. ${title.en}` })),
      ...paragraphs(sentences.map(say), lang).map(text => paragraph('BodyText', text)),
    ]),
    ...(report.session === undefined ? [paragraph('BodyText', say(left))] : []),
  ]
  const annex = [
    ...tables.flatMap((table, i) => tableParts(table, i, lang)),
    paragraph('Caption', say({ zh: '数据来源', en: 'Provenance' })),
    sources(report, lang),
  ]
  await writeWord(createWriteStream(path), text, annex, { title, at: report.asOf })
}

/** A few sentences make a paragraph; many read better one by one. */
const paragraphs = (sentences: readonly string[], lang: Lang): readonly string[] =>
  sentences.length > 8 ? sentences : [sentences.join(lang === 'zh' ? '' : ' ')]

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八']

const inBrackets = ({ zh, en }: Text): Text => ({ zh: `（${zh}）`, en: `(${en})` })

const left = { zh: '以上数字不含检举控告类事项。', en: 'Accusations are left out of these figures.' }

function tableParts(table: ReportTable, i: number, lang: Lang): string[] {
  const rows = table.rows.map(row => table.columns.map((_, at) => shown(row[at] ?? null, lang)))
  const columns = table.columns.map(({ title, kind }, at) => ({
    title: inLang(title, lang),
    isNumber: kind !== 'text',
    cells: rows.map(row => row[at] ?? ''),
  }))
  const title = lang === 'zh' ? `附表${i + 1}　${table.title.zh}` : `Table ${i + 1}. ${table.title.en}`
  return [
    paragraph('Caption', title),
    wordTable(columns, rows),
    ...(table.note ? [paragraph('Note', inLang(table.note, lang))] : []),
  ]
}

/** Its third column holds ids, by which the report can be drawn again. */
function sources(report: Report, lang: Lang): string {
  const rows = provenance(report).map(([name, said = '', id = '']) => [name, said, id].map(cell => shown(cell, lang)))
  const columns = provenanceColumns.map(({ title }, at) => ({
    title: inLang(title, lang),
    isNumber: false,
    cells: rows.map(row => row[at] ?? ''),
  }))
  return wordTable(columns, rows)
}

const shown = (cell: Cell, lang: Lang): string =>
  cell === null ? '—' : typeof cell === 'object' ? inLang(cell, lang) : String(cell)
