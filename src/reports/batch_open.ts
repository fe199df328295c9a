import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import type { Matter } from './batch_matters.ts'
import { namesOf } from './names.ts'
import type { ReportTable } from './report.ts'
import type { Question } from './rows.ts'

/** Where a matter stands that is not closed, and who has it. */
type Stage = {
  title: Text
  isAt: (reached: ReadonlySet<string>) => boolean
  holders: (matter: Matter) => (string | null)[]
}

const office = ({ office }: Matter) => [office]

// prettier-ignore
const stages: readonly Stage[] = [
  { title: { zh: '待审查', en: 'Under review' }, isAt: r => !r.has('filed') && !r.has('merged') && !r.has('left'), holders: office },
  { title: { zh: '待交办', en: 'To be handed over' }, isAt: r => r.has('filed') && !r.has('handedOver'), holders: office },
  { title: { zh: '待答复', en: 'To be answered' }, isAt: r => r.has('handedOver') && !r.has('answered'), holders: matter => handlers(matter) },
  { title: { zh: '待送达', en: 'To be served' }, isAt: r => r.has('answered') && !r.has('served'), holders: ({ lead }) => [lead] },
  { title: { zh: '待评价、待办结', en: 'To be rated and closed' }, isAt: r => r.has('served') && !r.has('closed'), holders: office },
  { title: { zh: '并案，待答复', en: 'Merged, to be answered' }, isAt: r => r.has('merged') && !r.has('mergedAnswered'), holders: office },
]

/** The organs that have not answered yet. */
const handlers = ({ parts, lead }: Matter): (string | null)[] => {
  const owing = [...parts].filter(([, reached]) => reached.has('handedOver') && !reached.has('answered'))
  return owing.length > 0 ? owing.map(([organ]) => organ) : [lead]
}

/** What stays open and who holds it; a matter several organs have not answered stands with each of them. */
export async function openWith(db: Db, { cut }: Question, matters: readonly Matter[]): Promise<ReportTable> {
  const all = stages.flatMap(({ title, isAt, holders }, place) =>
    matters
      .filter(({ reached }) => isAt(reached))
      .flatMap(matter => holders(matter).map(organ => ({ title, place, organ }))),
  )
  const names = await namesOf(db, 'organ', [...new Set(all.map(({ organ }) => organ))], cut)
  const rows = [...Map.groupBy(all, ({ place, organ }) => `${place} ${names.get(organ)?.order ?? ''}`)]
  return {
    id: 'open_with',
    title: { zh: '尚未办结的在谁手里', en: 'What stays open, and who holds it' },
    note: {
      zh: '几个单位都还没有答复的，各计一次；待评价的由提出人评价，经办部门催促',
      en: 'Where several organs have not answered yet, each is counted; ratings are the signers’ to give, and the office reminds them',
    },
    columns: [
      { id: 'stage', title: { zh: '环节', en: 'Stage' }, kind: 'text' },
      { id: 'organ', title: { zh: '单位', en: 'Organ' }, kind: 'text' },
      { id: 'matters', title: { zh: '件数', en: 'Matters' }, kind: 'number' },
    ],
    rows: rows
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, group]) => [group[0]?.title ?? null, names.get(group[0]?.organ ?? null)?.name ?? null, group.length]),
  }
}
