import { controlProblem } from './cells.ts'
import { problemAt } from './problem.ts'
import type { ImportProblem } from './problem.ts'

/** The columns of a ledger: English header and Chinese header. */
export const columns = {
  number: '编号',
  procedure: '类型',
  kind: '诉求类别',
  route: '法定途径',
  title: '标题',
  body: '内容',
  category: '类别',
  place: '属地',
  channel: '渠道',
  petitioner: '信访人',
  phone: '电话',
  id_number: '证件号',
  address: '地址',
  organ: '承办单位',
  filed_at: '提交时间',
  accepted_at: '受理时间',
  replied_at: '答复时间',
  closed_at: '办结时间',
  reply: '答复',
  rating: '满意度',
}

export type ColumnId = keyof typeof columns

/** The header of each column that is there, as the file spells it. */
export type Spelled = Readonly<Partial<Record<ColumnId, string>>>

/** What stands in a place of every row: a column of the ledger, or a note under its own name. */
export type Place = { readonly column: ColumnId } | { readonly note: string }

export type Headers = { readonly row: number; readonly places: readonly Place[]; readonly spelled: Spelled }

/** The column a header means, however it is spaced, cased or widened. */
export const columnOf = (header: string): ColumnId | undefined => byHeader.get(plain(header))

/** Reads a header row. `row` is where it stands in the file. */
export function matchHeaders(row: number, headers: readonly string[]): { ok: Headers } | { problems: ImportProblem[] } {
  const places = headers.map((header, i): Place => {
    const column = columnOf(header)
    return column ? { column } : { note: noteName(headers, i) }
  })
  const spelled: Spelled = Object.fromEntries(
    places.flatMap((place, i) => ('column' in place ? [[place.column, headers[i]?.trim()]] : [])),
  )
  const problems = [...unreadable(row, headers), ...repeated(row, headers), ...missing(row, spelled)]
  return problems.length > 0 ? { problems } : { ok: { row, places, spelled } }
}

const isColumn = (name: string): name is ColumnId => Object.hasOwn(columns, name)

const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}_*:]/gu, '')
    .toLowerCase()

const byHeader = new Map(
  Object.keys(columns)
    .filter(isColumn)
    .flatMap((id): [string, ColumnId][] => [
      [plain(id), id],
      [plain(columns[id]), id],
    ]),
)

/** A second 备注 becomes 备注 (2), so that neither note is lost. */
function noteName(headers: readonly string[], i: number): string {
  const nameOf = (i: number) => headers[i]?.replace(/\p{Cf}/gu, '').trim() || `列 ${i + 1}`
  const earlier = headers.slice(0, i).filter((_, j) => nameOf(j) === nameOf(i)).length
  return earlier > 0 ? `${nameOf(i)} (${earlier + 1})` : nameOf(i)
}

const unreadable = (row: number, headers: readonly string[]): ImportProblem[] =>
  headers.flatMap(header => {
    const problem = controlProblem(header)
    return problem ? [problemAt(row, header, header, problem)] : []
  })

const repeated = (row: number, headers: readonly string[]): ImportProblem[] =>
  headers.flatMap((header, i) => {
    const column = columnOf(header)
    const first = headers.findIndex(other => column && columnOf(other) === column)
    return first < 0 || first === i
      ? []
      : [problemAt(row, header.trim(), header, twice(headers[first] ?? '', first + 1))]
  })

const twice = (header: string, place: number) => ({
  zh: `此列与第${place}列“${header.trim()}”是同一内容。请删去其中一列`,
  en: `This column means the same as column ${place}, "${header.trim()}". Remove one of them`,
})

const required = ['number', 'title', 'filed_at'] satisfies ColumnId[]

/** A ledger may have titles, bodies or both. */
function missing(row: number, spelled: Spelled): ImportProblem[] {
  const isThere = (column: ColumnId) =>
    spelled[column] !== undefined || (column === 'title' && spelled.body !== undefined)
  return required.filter(column => !isThere(column)).map(column => problemAt(row, column, '', lacks(column)))
}

const lacks = (column: ColumnId) => ({
  zh: `缺少“${columns[column]}”列${column === 'title' ? '（或“内容”列）' : ''}。请在表头补上此列，或把含义相同的列改成这个名称`,
  en: `The column "${column}"${column === 'title' ? ' (or "body")' : ''} is missing. Add it, or give this name to the column that holds it`,
})
