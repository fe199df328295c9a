import { findSession } from '../accounts/terms.ts'
import type { Db } from '../db/dialect.ts'
import { groupTable } from './batch_groups.ts'
import type { Group } from './batch_groups.ts'
import type { Matter } from './batch_matters.ts'
import { namesOf } from './names.ts'
import type { ReportTable } from './report.ts'
import type { Question } from './rows.ts'

/** The batch by when it was submitted, by whom, and what it is about. */
export const breakdownsOf = async (db: Db, question: Question, matters: readonly Matter[]): Promise<ReportTable[]> => [
  groupTable(bySeries, await seriesOf(db, question, matters)),
  groupTable(byProposer, proposersOf(matters)),
  groupTable(byCategory, await categoriesOf(db, question, matters)),
]

const bySeries = {
  id: 'by_series',
  title: { zh: '会议期间和闭会期间', en: 'In session and between sessions' },
  note: { zh: '以提出之日是否晚于本届次截止日区分', en: 'By whether it was submitted after the session’s cut-off' },
  head: { zh: '提出时间', en: 'Submitted' },
}
const byProposer = {
  id: 'by_proposer',
  title: { zh: '按提出者', en: 'By who submitted it' },
  note: null,
  head: { zh: '提出者', en: 'Submitted by' },
}
const byCategory = {
  id: 'by_category',
  title: { zh: '按内容分类', en: 'By category' },
  note: null,
  head: { zh: '内容分类', en: 'Category' },
}

async function seriesOf(db: Db, { session }: Question, matters: readonly Matter[]): Promise<Group[]> {
  const cutoff = (await findSession(db, session ?? ''))?.cutoff_on ?? ''
  return [
    { name: { zh: '会议期间', en: 'In session' }, matters: matters.filter(({ received }) => received <= cutoff) },
    { name: { zh: '闭会期间', en: 'Between sessions' }, matters: matters.filter(({ received }) => received > cutoff) },
  ]
}

const proposersOf = (matters: readonly Matter[]): Group[] => [
  {
    name: { zh: '代表、委员（个人或者联名）', en: 'Members, alone or jointly' },
    matters: matters.filter(({ reached }) => !reached.has('together')),
  },
  { name: { zh: '集体', en: 'In common' }, matters: matters.filter(({ reached }) => reached.has('together')) },
]

async function categoriesOf(db: Db, { cut }: Question, matters: readonly Matter[]): Promise<Group[]> {
  const groups = [...Map.groupBy(matters, ({ category }) => category)]
  const names = await namesOf(
    db,
    'category',
    groups.map(([category]) => category),
    cut,
  )
  return groups
    .map(([category, matters]) => ({ name: names.get(category), matters }))
    .toSorted((a, b) => ((a.name?.order ?? '~') < (b.name?.order ?? '~') ? -1 : 1))
    .map(({ name, matters }) => ({ name: name?.name ?? { zh: '未注明', en: 'Not stated' }, matters }))
}
