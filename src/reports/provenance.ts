import type { Text } from '../law/words.ts'
import type { Cell, Report, ReportColumn } from './report.ts'

/** What a file must say of itself to be drawn again: `verify --report` reads these lines back by their names. */
export const provenance = ({ report, ...said }: Report): [name: Text, ...said: Cell[]][] => [
  [names.report, report],
  ...periodLine(said),
  [names.through, said.through],
  [names.asOf, said.asOf],
  [names.scope, said.scope.name, said.scope.kind === 'organ' ? said.scope.id : ''],
  [names.procedure, said.procedure ?? { zh: '全部', en: 'All' }, said.procedure ?? ''],
  [names.definitions, said.definitions],
  [names.digest, said.digest],
]

/** What stands above these lines in a table; by the ids of its last column a report is drawn again. */
export const provenanceColumns: readonly ReportColumn[] = [
  { id: 'name', title: { zh: '项目', en: 'Item' }, kind: 'text' },
  { id: 'said', title: { zh: '内容', en: 'Content' }, kind: 'text' },
  { id: 'id', title: { zh: '编号', en: 'Id' }, kind: 'text' },
]

/** The period under the name of its kind; of a session its name, then its id. */
const periodLine = ({ month, year, session, period }: Omit<Report, 'report'>): [name: Text, ...said: Cell[]][] =>
  month !== undefined
    ? [[names.month, month]]
    : year !== undefined
      ? [[names.year, year]]
      : [[names.session, period, session ?? '']]

export const names = {
  report: { zh: '报表', en: 'Report' },
  month: { zh: '月份', en: 'Month' },
  year: { zh: '年份', en: 'Year' },
  session: { zh: '届次', en: 'Session' },
  through: { zh: '统计截止日', en: 'Through' },
  asOf: { zh: '已知截至', en: 'As of' },
  against: { zh: '对照截至', en: 'Against' },
  scope: { zh: '范围', en: 'Scope' },
  procedure: { zh: '类型', en: 'Procedure' },
  definitions: { zh: '指标定义版本', en: 'Definitions' },
  digest: { zh: '日志摘要', en: 'Digest of the log' },
} satisfies Record<string, Text>
