import type { Text } from '../law/words.ts'
import type { Cell, Report, ReportTable } from './report.ts'

/** One sentence for every figure that has changed or stayed, from the table of changes; none where there is none. */
export function changeSentences({ tables }: Report): Text[] {
  const table = tables.find(({ id }) => id === 'changes')
  return table ? table.rows.flatMap(row => sayRow(table, row) ?? []) : []
}

function sayRow(table: ReportTable, row: readonly Cell[]): Text | undefined {
  const of = (id: string) => row[table.columns.findIndex(column => column.id === id)] ?? null
  const title = of('metric')
  const said = [
    sayChange(of('change_month'), of('change_month_percent'), { zh: '与上月相比', en: 'on the month before' }),
    sayChange(of('change_year'), of('change_year_percent'), { zh: '与上年同期相比', en: 'on the year before' }),
  ].filter(change => change !== undefined)
  if (title === null || typeof title !== 'object' || said.length === 0) return undefined
  return {
    zh: `${title.zh}${said.map(({ zh }) => zh).join('，')}。`,
    en: `${title.en}: ${said.map(({ en }) => en).join(', ')}.`,
  }
}

/** Counts change in matters and in per cent, rates in percentage points: the two decimals tell which. */
function sayChange(change: Cell, perCent: Cell, than: Text): Text | undefined {
  if (typeof change !== 'string' || !/^[+-]?\d+(\.\d+)?$/.test(change)) return undefined
  const amount = change.replace(/^[+-]/, '')
  const share = typeof perCent === 'string' && perCent !== '' ? perCent.replace(/^[+-]/, '') : undefined
  const unit = amount.includes('.')
    ? { zh: '个百分点', en: ' percentage points' }
    : share === undefined
      ? { zh: '', en: '' }
      : { zh: `（${share}）`, en: ` (${share})` }
  if (Number(amount) === 0) return { zh: `${than.zh}持平`, en: `unchanged ${than.en}` }
  return change.startsWith('-')
    ? { zh: `${than.zh}减少${amount}${unit.zh}`, en: `down ${amount}${unit.en} ${than.en}` }
    : { zh: `${than.zh}增加${amount}${unit.zh}`, en: `up ${amount}${unit.en} ${than.en}` }
}
