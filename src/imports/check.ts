import { editions } from '../procedures/registry.ts'
import { isLawfulRoute } from './acts.ts'
import type { ColumnId } from './columns.ts'
import type { LedgerRow } from './ledger.ts'
import { nameKey } from './organs.ts'
import { problemAt } from './problem.ts'
import type { ImportProblem } from './problem.ts'
import type { Ledger } from './read.ts'

/** What this house cannot take of a row that reads well. Without `organs` any name will do: it is made. */
export function unfit(
  row: LedgerRow,
  ledger: Ledger,
  organs: ReadonlyMap<string, string> | undefined,
): ImportProblem[] {
  const at = (column: ColumnId, value: string, problem: ImportProblem['problem']) =>
    problemAt(row.row, ledger.spelled[column] ?? column, value, problem)
  const isUnknown = row.organ !== undefined && organs !== undefined && !organs.has(nameKey(row.organ))
  const isStuck = isLawfulRoute(row.kind ?? 'appeal', row.route) && row.accepted && !row.replied
  return [
    ...(isTaken(row) ? [] : [at('procedure', row.procedure, notInUse)]),
    ...(isUnknown ? [at('organ', row.organ ?? '', unknownOrgan)] : []),
    ...(isStuck ? [at('accepted_at', row.accepted?.on ?? '', notAccepted)] : []),
  ]
}

/** Whether this release has the row's procedure, with the acts a ledger's history is made of. */
export const isTaken = ({ procedure }: LedgerRow): boolean =>
  editions.some(
    ({ id, acts }) => id === procedure && ['submit', 'register', 'accept', 'answer'].every(act => act in acts),
  )

export const noOffice = {
  zh: '本系统还没有信访部门。请先运行 banjie serve 完成初始设置，或在命令中加上 --create-organs',
  en: 'There is no petition office yet. Run banjie serve and set up first, or add --create-organs',
}

const notInUse = {
  zh: '本系统还没有这一类型。请删去此行，或升级后再导入',
  en: 'This release does not have that procedure. Remove the row, or import it after an upgrade',
}

const unknownOrgan = {
  zh: '没有这个单位。请改成名单中的现名或者曾用名，或在命令中加上 --create-organs 新建',
  en: 'There is no organ of this name, now or earlier. Correct it, or add --create-organs to make it',
}

const notAccepted = {
  zh: '法定途径为第一至四项的事项应当导入，不作受理。请清空受理时间，或改正法定途径',
  en: 'An appeal of routes 1 to 4 is redirected, not accepted. Empty this cell, or correct the route',
}
