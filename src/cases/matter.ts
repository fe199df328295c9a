import { findOrgans } from '../accounts/organs.ts'
import type { Organs } from '../accounts/organs.ts'
import type { Db } from '../db/dialect.ts'
import { sayDay } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { channels } from '../procedures/petition/kinds.ts'
import type { CaseView } from './view.ts'

/** One thing known of a case; `number` is another case that it speaks of. */
export type MatterFact = { key: Text; value: Text; number?: string | undefined }

/** What it is and where it came from, one fact a line. */
export async function describeMatter(db: Db, view: CaseView, names: Organs): Promise<MatterFact[]> {
  const { procedure, row, data } = view
  const channel: Text = Object.entries(channels).find(([id]) => id === row.channel)?.[1] ?? plain(row.channel)
  const postmark = data.set['postmark']
  const facts: { key: Text; value: Text | undefined }[] = [
    { key: { zh: '类型', en: 'Procedure' }, value: procedure.title },
    { key: { zh: '类别', en: 'Kind' }, value: procedure.kinds[row.kind ?? '']?.title },
    { key: { zh: '法定途径', en: 'Lawful route' }, value: procedure.routes[row.route ?? '']?.title },
    { key: { zh: '内容分类', en: 'Category' }, value: await categoryOf(db, view) },
    { key: { zh: '属地', en: 'Street or township' }, value: await placeOf(db, view) },
    { key: { zh: '渠道', en: 'Channel' }, value: channel },
    { key: { zh: '邮戳日期', en: 'Postmark' }, value: typeof postmark === 'string' ? sayDay(postmark) : undefined },
    { key: { zh: '信访人数', en: 'People' }, value: groupOf(view) },
    { key: { zh: '公开办理结果', en: 'Publication' }, value: consentOf(view) },
    { key: { zh: '登记机关', en: 'Office' }, value: names.get(row.office) },
    { key: { zh: '承办单位', en: 'Lead organ' }, value: names.get(row.lead ?? '') },
  ]
  return facts.flatMap(({ key, value }) => (value ? [{ key, value: { zh: value.zh, en: value.en } }] : []))
}

export async function categoryOf(db: Db, { row: { category } }: CaseView): Promise<Text | undefined> {
  if (category === null) return undefined
  const row = await db.selectFrom('categories').selectAll().where('id', '=', category).executeTakeFirst()
  return row ?? plain(category)
}

async function placeOf(db: Db, { row: { place } }: CaseView): Promise<Text | undefined> {
  return place === null ? undefined : ((await findOrgans(db, [place])).get(place) ?? plain(place))
}

/** Art. 20: how many they are, and how many speak for them. */
function groupOf({ data: { set } }: CaseView): Text | undefined {
  const { heads, representatives } = set
  if (typeof heads !== 'number') return undefined
  const n = typeof representatives === 'number' && representatives > 0 ? representatives : undefined
  return n === undefined
    ? { zh: `${heads}人`, en: String(heads) }
    : { zh: `${heads}人，推选代表${n}人`, en: `${heads}, of whom ${n} represent the others` }
}

/** An accusation is never published, whatever was ticked. */
function consentOf({ row, data: { set } }: CaseView): Text | undefined {
  if (row.restricted === 1) return undefined
  return set['publicConsent'] === true
    ? { zh: '信访人同意（不含个人信息）', en: 'Agreed to, without personal data' }
    : { zh: '信访人没有同意', en: 'Not agreed to' }
}

const plain = (word: string): Text => ({ zh: word, en: word })
