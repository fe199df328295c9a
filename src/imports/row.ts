import { dayOf } from '../law/day.ts'
import type { Checked } from '../law/identifiers.ts'
import type { Text } from '../law/words.ts'
import * as cell from './cells.ts'
import type { ColumnId, Spelled } from './columns.ts'
import { historyProblems } from './history.ts'
import { firstCharacters, problemAt } from './problem.ts'
import type { ImportProblem } from './problem.ts'
import type { LedgerProcedure, LedgerRow } from './ledger.ts'
import type { RawRow } from './read.ts'
import { parseTime } from './times.ts'

/** `procedure` is that of rows which name none; `seen` remembers the numbers of the rows before. */
export type Context = {
  readonly now: string
  readonly spelled?: Spelled
  readonly procedure?: LedgerProcedure
  readonly seen?: Map<string, number>
}

/** Parses one row, and tells all its problems at once. */
export function parseRow(raw: RawRow, context: Context): { ok: LedgerRow } | { problems: ImportProblem[] } {
  const { cells, row, notes } = raw
  const problems = [...raw.problems, ...noteProblems(raw)]
  const report = (column: ColumnId, problem: Text) =>
    problems.push(problemAt(row, context.spelled?.[column] ?? column, cells[column] ?? '', problem))
  const read = reader(cells, report)
  const time = (column: ColumnId) => read(column, text => parseTime(text, context.now))

  const number = read('number', cell.parseNumber)
  const procedure = isBlank(cells.procedure) ? context.procedure : read('procedure', cell.parseProcedure)
  const kind = read('kind', cell.parseKind)
  const route = read('route', cell.parseRoute)
  const told = read('title', cell.parseLine(200))
  const body = read('body', cell.parseBody) ?? ''
  const category = read('category', cell.parseLine(100))
  const place = read('place', cell.parseLine(100))
  const channel = read('channel', cell.parseChannel)
  const petitioner = read('petitioner', cell.parseLine(100))
  const phone = read('phone', cell.parsePhone)
  const idNumber = read('id_number', text => cell.parseIdNumber(text, dayOf(context.now)))
  const address = read('address', cell.parseLine(300))
  const organ = read('organ', cell.parseLine(100))
  const [filed, accepted, replied, closed] = [
    time('filed_at'),
    time('accepted_at'),
    time('replied_at'),
    time('closed_at'),
  ]
  const reply = read('reply', cell.parseBody)
  const rating = read('rating', cell.parseRating)

  if (isBlank(cells.number)) report('number', noNumber)
  if (isBlank(cells.procedure) && !context.procedure) report('procedure', noProcedure)
  if (isBlank(cells.title) && isBlank(cells.body)) report('title', noTitle)
  if (isBlank(cells.filed_at)) report('filed_at', notFiled)
  if (procedure && procedure !== 'petition' && !isBlank(cells.kind)) report('kind', ofPetitions)
  if (procedure && procedure !== 'petition' && !isBlank(cells.route)) report('route', ofPetitions)
  const first = number && procedure && firstRow(context.seen, `${procedure} ${number}`, row)
  if (first) report('number', repeats(first))
  const moments = { filed_at: filed, accepted_at: accepted, replied_at: replied, closed_at: closed }
  historyProblems(cells, moments).forEach(({ column, problem }) => report(column, problem))

  if (problems.length > 0 || !number || !procedure || !filed) return { problems }
  const title = told ?? titleFrom(body)
  const who = { petitioner, phone, idNumber, address }
  const what = { number, procedure, kind, route, title, body, category, place, channel, organ }
  return { ok: { row, ...what, ...who, filed, accepted, replied, closed, reply, rating, notes } }
}

function reader(cells: RawRow['cells'], report: (column: ColumnId, problem: Text) => void) {
  return <T>(column: ColumnId, parse: (text: string) => Checked<T>): T | undefined => {
    const text = cells[column]
    if (text === undefined || isBlank(text)) return undefined
    const control = cell.controlProblem(text)
    const parsed = control ? { problem: control } : parse(text)
    if ('ok' in parsed) return parsed.ok
    report(column, parsed.problem)
    return undefined
  }
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

const noteProblems = ({ row, notes }: RawRow): ImportProblem[] =>
  Object.entries(notes).flatMap(([name, value]) => {
    const problem = cell.controlProblem(name) ?? cell.controlProblem(value)
    return problem ? [problemAt(row, name, value, problem)] : []
  })

/** The row that already has this number, if one has; otherwise this row is now the one. */
function firstRow(seen: Map<string, number> | undefined, key: string, row: number): number | undefined {
  const first = seen?.get(key)
  if (first === undefined) seen?.set(key, row)
  return first
}

const titleFrom = (body: string): string => firstCharacters(body.trim().replace(/\s+/g, ' '), 40)

const noNumber: Text = {
  zh: '没有编号。请填写本单位的编号，同一类型内不得重复',
  en: "The number is missing. Enter the office's own number, unique per procedure",
}

const noProcedure: Text = {
  zh: '没有类型。请填写信访、建议、提案或诉求，或在命令中用 --procedure 指定',
  en: 'The procedure is missing. Enter petition, deputy-suggestion, cppcc-proposal or service-request, or name it with --procedure',
}

const noTitle: Text = {
  zh: '标题和内容都是空的。请至少填写一项',
  en: 'Both title and body are empty. Enter at least one',
}

const notFiled: Text = {
  zh: '没有提交时间。请填写，期限从这一天算起',
  en: 'The time of filing is missing. Enter it: deadlines count from it',
}

const ofPetitions: Text = {
  zh: '只有信访才有诉求类别和法定途径。请清空此格，或把类型改为信访',
  en: 'Only petitions have a kind and a route. Empty this cell, or change the procedure to petition',
}

const repeats = (first: number): Text => ({
  zh: `与第${first}行的编号重复。请改正编号，或删去其中一行`,
  en: `Row ${first} has the same number. Correct the number, or remove one of the two rows`,
})
