import type { Actor } from '../accounts/actor.ts'
import { findOrgans } from '../accounts/organs.ts'
import { findSession } from '../accounts/terms.ts'
import { visibleTo } from '../accounts/visible.ts'
import type { Store } from '../db/open.ts'
import { sayDay } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { answeringRoles, shapeOf } from '../procedures/procedure.ts'
import { fieldOf } from '../procedures/read_form.ts'
import { keptSigner } from './kept.ts'
import { sayRow } from './logged.ts'
import { categoryOf } from './matter.ts'
import type { MatterFact } from './matter.ts'
import { roleOf } from './part_lines.ts'
import type { CaseView } from './view.ts'
import { readTitles } from './words.ts'

type Known = { names: ReadonlyMap<string, Text>; people: ReadonlyMap<string, string> }

/** What a suggestion or a proposal is, who put it forward, and what came of it, as far as this reader may know. */
export async function describeMotion(
  store: Store,
  seen: CaseView,
  actor: Actor,
  { names, people }: Known,
): Promise<MatterFact[]> {
  const { reader } = store
  const { procedure, row, data } = seen
  const session = row.session === null ? undefined : await findSession(reader, row.session)
  const wished = listOf(data.set['wishedOrgans'])
  const facts: (Omit<MatterFact, 'value'> & { value: Text | undefined })[] = [
    { key: { zh: '类型', en: 'Procedure' }, value: procedure.title },
    { key: { zh: '编号', en: 'Number' }, value: row.label === null ? undefined : plain(row.label) },
    { key: { zh: '届次', en: 'Session' }, value: session },
    { key: { zh: '提出时间', en: 'Put forward' }, value: seriesOf(seen) },
    { key: { zh: '提出人', en: 'Put forward by' }, value: proposerOf(seen, { names, people }) },
    { key: { zh: '类别', en: 'Category' }, value: await categoryOf(reader, seen) },
    {
      key: { zh: '建议承办单位', en: 'Organs wished for' },
      value: joined([...(await findOrgans(reader, wished)).values()]),
    },
    { key: { zh: '公开意愿', en: 'Publication' }, value: wishOf(seen) },
    { key: { zh: '受理部门', en: 'Office' }, value: names.get(row.office) },
    ...handlersOf(seen, names),
    ...classesOf(seen, names),
    { key: { zh: '重点督办', en: 'Key matter' }, value: data.did['makeKey'] && { zh: '是', en: 'Yes' } },
    ...(await mergedInto(store, seen, actor)),
    {
      key: { zh: '答复公开', en: 'Answer published' },
      value: row.published_on === null ? undefined : sayDay(row.published_on),
    },
  ]
  return facts.flatMap(({ value, ...fact }) => (value ? [{ ...fact, value: { zh: value.zh, en: value.en } }] : []))
}

/** During the session, or between two of them: each has its own series of numbers. */
function seriesOf({ procedure, row }: CaseView): Text | undefined {
  const isProposal = procedure.office === 'cppcc'
  switch (row.series) {
    case 'session':
      return isProposal ? { zh: '大会提案', en: 'At the plenary' } : { zh: '会议期间', en: 'In session' }
    case 'between':
      return isProposal ? { zh: '平时提案', en: 'Between plenaries' } : { zh: '闭会期间', en: 'Between sessions' }
    default:
      return undefined
  }
}

/** Whoever leads those who signed; the organisation in whose name it was drafted. */
function proposerOf({ procedure, data, assignments }: CaseView, { names, people }: Known): Text | undefined {
  const signer = assignments.find(({ role }) => role === 'signer')
  if (!signer) return undefined
  if (signer.organ === '') return keptSigner(procedure)
  const organ = names.get(signer.organ) ?? plain(signer.organ)
  const name = people.get(signer.person ?? '')
  if (data.did['draftTogether'] || name === undefined) return organ
  return { zh: `${name}（${organ.zh}）`, en: `${name} (${organ.en})` }
}

/** In the words of the form that asked. */
function wishOf({ procedure, data: { set } }: CaseView): Text | undefined {
  const drafting = Object.values(procedure.acts).find(({ from }) => from === 'start')
  const schema = drafting && shapeOf(drafting)['publicWish']
  return schema && fieldOf(schema)?.options?.[String(set['publicWish'])]
}

/** Each organ that must answer, under what its part is called. */
function handlersOf(seen: CaseView, names: Known['names']) {
  const parts = seen.assignments.filter(({ role, state }) => answeringRoles.includes(role) && state !== 'returned')
  const roles = [...new Map(parts.map(part => [roleOf(seen, part).zh, roleOf(seen, part)])).values()]
  return roles.map(key => ({
    key,
    value: joined(
      parts.filter(part => roleOf(seen, part).zh === key.zh).flatMap(({ organ }) => names.get(organ) ?? []),
    ),
  }))
}

/** The class of each answer that stands; of a draft nothing is said here. */
function classesOf(seen: CaseView, names: Known['names']) {
  const answered = seen.assignments.filter(
    ({ role, state }) => answeringRoles.includes(role) && ['answered', 'rated'].includes(state),
  )
  return answered.map(({ id, organ }) => {
    const code = (seen.data.did[`draftAnswer@${id}`] ?? seen.data.did['relayAnswer'])?.input['class']
    const said = typeof code === 'string' ? sayRow(seen, 'classes', code) : undefined
    const name = answered.length > 1 ? names.get(organ) : undefined
    const key = { zh: '办理结果类别', en: 'Class of the answer' }
    return { key, value: said && name ? { zh: `${said.zh}（${name.zh}）`, en: `${said.en} (${name.en})` } : said }
  })
}

/** The one it is handled with, by its title where the reader may see it too. */
async function mergedInto({ reader, master }: Store, { data }: CaseView, actor: Actor): Promise<MatterFact[]> {
  const into = data.did['merge']?.input['into']
  if (typeof into !== 'string') return []
  const key = { zh: '并入', en: 'Merged into' }
  const seen = await reader
    .selectFrom('cases')
    .select(['number', 'label'])
    .where('number', '=', into)
    .where(visibleTo(actor))
    .executeTakeFirst()
  if (!seen) return [{ key, value: { zh: '另一件', en: 'Another one' } }]
  const title = (await readTitles(reader, master, [seen.number])).get(seen.number) ?? ''
  return [{ key, value: plain(`${seen.label ?? seen.number} ${title}`), number: seen.number }]
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const plain = (word: string): Text => ({ zh: word, en: word })
const joined = (texts: readonly Text[]): Text | undefined =>
  texts.length === 0
    ? undefined
    : { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') }
