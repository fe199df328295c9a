import type { Lang } from '../law/words.ts'
import { tablesCsv } from './csv.ts'
import { names } from './provenance.ts'
import type { Cell, ReportTable } from './report.ts'
import type { RestatedList } from './restated_list.ts'

/** The list as a file: the same bytes for the same log, instants and reader, whatever the day. */
export const renderRestated = (list: RestatedList, format: 'json' | 'csv', lang: Lang): string =>
  format === 'json' ? `${JSON.stringify(list, null, 2)}\n` : tablesCsv(head(list), [figures(list), lines(list)], lang)

const head = ({ title, ...list }: RestatedList): Cell[][] => [
  [{ zh: `${title.zh}重述`, en: `${title.en}, restated` }],
  [names.report, list.report],
  [names.month, list.month],
  [names.through, list.through],
  [names.asOf, list.asOf],
  [names.against, list.against],
  [names.scope, list.scope.name],
  [names.procedure, list.procedure ?? { zh: '全部', en: 'All' }, list.procedure ?? ''],
  [names.definitions, list.definitions],
  [names.digest, list.digests.asOf, list.digests.against],
]

const figures = (list: RestatedList): ReportTable => ({
  id: 'figures',
  title: { zh: '有变化的指标', en: 'Figures that differ' },
  note: null,
  columns: [
    { id: 'title', title: { zh: '指标', en: 'Figure' }, kind: 'text' },
    { id: 'id', title: { zh: '编号', en: 'Id' }, kind: 'text' },
    { id: 'numerator_was', title: { zh: '原分子', en: 'Numerator then' }, kind: 'number' },
    { id: 'denominator_was', title: { zh: '原分母', en: 'Denominator then' }, kind: 'number' },
    { id: 'rate_was', title: { zh: '原比率（%）', en: 'Rate then (%)' }, kind: 'rate' },
    { id: 'numerator_is', title: { zh: '现分子', en: 'Numerator now' }, kind: 'number' },
    { id: 'denominator_is', title: { zh: '现分母', en: 'Denominator now' }, kind: 'number' },
    { id: 'rate_is', title: { zh: '现比率（%）', en: 'Rate now (%)' }, kind: 'rate' },
  ],
  rows: list.figures.map(({ id, title, was, is }) => [
    title,
    id,
    ...[was, is].flatMap(({ numerator, denominator, rate }): Cell[] => [
      numerator,
      ...(denominator === null ? ['', ''] : [denominator, rate]),
    ]),
  ]),
})

/** A column for each figure that changed, so that its sum is the difference above. */
function lines(list: RestatedList): ReportTable {
  const changed = new Map(list.lines.flatMap(({ changes }) => changes.map(({ sides, title }) => [sides[0], title])))
  return {
    id: 'lines',
    title: { zh: '重述清单', en: 'Restatement list' },
    note: null,
    columns: [
      { id: 'month', title: names.month, kind: 'text' },
      { id: 'number', title: { zh: '编号', en: 'Number' }, kind: 'text' },
      { id: 'organ', title: { zh: '单位', en: 'Organ' }, kind: 'text' },
      { id: 'why', title: { zh: '原因', en: 'Why' }, kind: 'text' },
      { id: 'act', title: { zh: '办理事项', en: 'Act' }, kind: 'text' },
      { id: 'recorded', title: { zh: '录入日', en: 'Recorded' }, kind: 'text' },
      { id: 'moved', title: { zh: '所在行', en: 'Row' }, kind: 'text' },
      ...[...changed].map(([id = '', title]) => ({ id, title, kind: 'number' as const })),
    ],
    rows: list.lines.map(({ number, organ, reason, title, recorded, changes, moved }): Cell[] => [
      ...[list.month, number, organ?.name ?? '', reason, title, recorded],
      { zh: moved.map(({ title }) => title.zh).join('；'), en: moved.map(({ title }) => title.en).join('; ') },
      ...[...changed.keys()].map(id => changes.find(({ sides }) => sides[0] === id)?.n ?? ''),
    ]),
  }
}
