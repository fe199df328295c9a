import { nameThen, organsThen } from '../accounts/organs_then.ts'
import type { Db } from '../db/dialect.ts'
import { daysBetween } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { inLang } from '../law/words.ts'
import type { Lang, Text } from '../law/words.ts'
import { editions } from '../procedures/registry.ts'
import { sheetNames } from './book.ts'
import type { BookCell, Sheet } from './book.ts'
import { countedCases } from './counted_cases.ts'
import type { CountedCase } from './counted_cases.ts'
import { metricsIn, questionOf } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { countCases } from './figures.ts'
import type { Side } from './figures.ts'
import type { Lists } from './lists.ts'
import type { Metric } from './metric.ts'
import type { Report } from './report.ts'
import type { Counting } from './countings.ts'

/** A list behind a figure. Two sides that count the same are one list. */
export type CaseList = { metric: Metric; side: Side; counting: Counting; title: Text; figure: number }

/** Who may read which lists: those of an actor, or all of them for who runs the command beside the database. */
export type MayList = (metric: string, side: Side) => boolean

export function caseLists(drawing: Drawing, { metrics }: Report, mayList: MayList): CaseList[] {
  const sides = metricsIn(drawing).flatMap(metric =>
    (['numerator', 'denominator'] as const).flatMap((side): CaseList[] => {
      const counting = metric[side]
      const figure = metrics.find(({ id }) => id === metric.id)?.[side] ?? 0
      return counting && figure > 0 && mayList(metric.id, side)
        ? [{ metric, side, counting, title: titleOf(metric, side), figure }]
        : []
    }),
  )
  return sides.filter((list, i) => sides.findIndex(({ counting }) => counting === list.counting) === i)
}

/** So many rows have the lists: a case each, and people are more than the cases they came with. */
export async function rowsIn(db: Db, drawing: Drawing, lists: readonly CaseList[]): Promise<number> {
  let rows = 0
  for (const { metric, counting, figure } of lists)
    rows += metric.unit === '人次' ? await countCases(db, counting(db, questionOf(drawing))) : figure
  return rows
}

/** The lists a reader has. */
export const openIn =
  (lists: Lists): MayList =>
  (metric, side) =>
    (lists[metric] ?? []).includes(side)

/** The lists whose sheets bear these names: those the reader had for whom the workbook was made. */
export const listsNamed = (drawing: Drawing, names: readonly string[], lang: Lang): Lists =>
  Object.fromEntries(
    metricsIn(drawing).map(metric => [
      metric.id,
      (['numerator', 'denominator'] as const).filter(side =>
        sheetNames([inLang(titleOf(metric, side), lang)]).some(name => names.includes(name)),
      ),
    ]),
  )

/** The cases of a list as a sheet, read from the database only when the sheet is written. */
export function caseSheet(db: Db, drawing: Drawing, list: CaseList, name: string, lang: Lang): Sheet {
  const people = list.metric.unit === '人次'
  const shown = columns.filter(({ id }) => id !== 'adds' || people)
  return {
    name,
    columns: shown.map(({ title, width }) => ({ title: inLang(title, lang), width })),
    rows: (async function* () {
      const organs = await organsThen(db, drawing.cut.asOf)
      const names = new Map(
        [...organs].map(([id, organ]) => [
          id,
          inLang(nameThen(organ, drawing.cut.through) ?? { zh: id, en: id }, lang),
        ]),
      )
      for await (const batch of countedCases(db, list.counting(db, questionOf(drawing)), drawing.cut)) {
        yield batch.map(row => shown.map(({ cell }) => cell(row, lang, names)))
      }
    })(),
  }
}

/** No word anyone wrote: a number, a name an organ had then, days and outcomes. */
const columns: readonly {
  id: string
  title: Text
  width: number
  cell: (row: CountedCase, lang: Lang, names: ReadonlyMap<string, string>) => BookCell
}[] = [
  { id: 'number', title: { zh: '编号', en: 'Number' }, width: 24, cell: row => row.number },
  {
    id: 'procedure',
    title: { zh: '类型', en: 'Procedure' },
    width: 16,
    cell: (row, lang) => procedureTitle(row.procedure, lang),
  },
  {
    id: 'organ',
    title: { zh: '单位', en: 'Organ' },
    width: 30,
    cell: (row, _, names) => (row.organ === null ? null : (names.get(row.organ) ?? row.organ)),
  },
  { id: 'received', title: { zh: '收件日', en: 'Received' }, width: 12, cell: row => dayCell(row.received) },
  { id: 'counted', title: { zh: '计入日', en: 'Counted on' }, width: 12, cell: row => dayCell(row.counted) },
  { id: 'due', title: { zh: '答复期限', en: 'Answer due' }, width: 12, cell: row => dayCell(row.due) },
  { id: 'outcome', title: { zh: '结果', en: 'Outcome' }, width: 16, cell: (row, lang) => inLang(row.outcome, lang) },
  { id: 'outcomeOn', title: { zh: '结果日', en: 'Outcome on' }, width: 12, cell: row => dayCell(row.outcomeOn) },
  { id: 'closed', title: { zh: '办结日', en: 'Closed' }, width: 12, cell: row => dayCell(row.closed) },
  {
    id: 'adds',
    title: { zh: '人数', en: 'People' },
    width: 8,
    cell: row => ({ value: row.adds, format: 'count' }),
  },
]

const titleOf = ({ title, denominator }: Metric, side: Side): Text => {
  const { zh, en } = denominator === undefined ? plain : side === 'numerator' ? over : under
  return { zh: `${listed.zh}${title.zh}${zh}`, en: `${listed.en}${en}${title.en}` }
}

const listed = { zh: '清单 ', en: 'List ' }
const plain = { zh: '', en: '' }
const over = { zh: ' 分子', en: 'num. ' }
const under = { zh: ' 分母', en: 'den. ' }

const procedureTitle = (id: string, lang: Lang): string => {
  const found = editions.findLast(edition => edition.id === id)
  return found ? inLang(found.title, lang) : id
}

/** A day as spreadsheets count them; a list has few days and many cells. */
const dayCell = (day: Day | undefined): BookCell => (day === undefined ? null : (days.get(day) ?? keepDay(day)))

const days = new Map<Day, BookCell>()

function keepDay(day: Day): BookCell {
  const cell: BookCell = { value: daysBetween('1899-12-30', day), format: 'day' }
  days.set(day, cell)
  return cell
}
