import type { Actor } from '../accounts/actor.ts'
import { onlySigns } from '../accounts/visible.ts'
import { readsBatches, readsEveryFigure } from '../accounts/figure_readers.ts'
import { findOrgans } from '../accounts/organs.ts'
import type { Text } from '../law/words.ts'
import { countUnread } from '../notices/inbox.ts'
import type { LayoutProps, NavLink } from '../../views/layout.tsx'
import type { Ctx } from './context.ts'
import { guards } from './guards.ts'
import { urls } from './urls.ts'

/** What stands around every page: whose district, who is signed in, where one may go. */
export async function frameOf(c: Ctx): Promise<Omit<LayoutProps, 'lang' | 'title' | 'wide' | 'children'>> {
  const { reader } = c.get('store')
  const actor = c.get('actor')
  const lang = c.get('lang')
  const url = new URL(c.req.url)
  const district = await reader
    .selectFrom('organs')
    .select(['zh', 'en'])
    .where('kind', '=', 'government')
    .orderBy('path')
    .executeTakeFirst()
  const organ = actor?.organ ? (await findOrgans(reader, [actor.organ])).get(actor.organ) : undefined
  return {
    path: url.pathname + url.search,
    district: district?.[lang] ?? '',
    larger: c.get('larger'),
    keys: actor ? c.get('keys') : undefined,
    nav: links
      .filter(link => !link.guard || (actor !== null && link.guard(actor, organ?.kind)))
      .filter(({ notFor }) => !actor || !notFor?.(actor))
      .map(link => current(link, url.pathname)),
    ...(actor && guards.notices(actor) && { unread: await countUnread(reader, actor) }),
    ...(actor && { person: { name: actor.name, organ: organ?.[lang] } }),
  }
}

type Link = {
  href: string
  text: Text
  guard?: (actor: Actor, organKind?: string) => boolean
  /** Whom it would only lead astray. */
  notFor?: (actor: Actor) => boolean
}

// prettier-ignore
const links: readonly Link[] = [
  { href: urls.queues(), text: { zh: '待办', en: 'Queue' }, guard: actor => guards.cases(actor) && !onlySigns(actor) },
  { href: urls.queues(), text: { zh: '我的建议提案', en: 'Mine' }, guard: onlySigns },
  { href: urls.overview(), text: { zh: '总览', en: 'Overview' }, guard: readsEveryFigure },
  { href: urls.reports(), text: { zh: '报表', en: 'Reports' }, guard: guards.reports },
  { href: urls.progress(), text: { zh: '建议提案', en: 'Suggestions' }, guard: readsBatches },
  { href: urls.admin(), text: { zh: '管理', en: 'Administration' }, guard: guards.admin },
  { href: urls.file(), text: { zh: '我要反映', en: 'File a matter' }, notFor: onlySigns },
  { href: urls.track(), text: { zh: '查询进度', en: 'Track' }, notFor: onlySigns },
  { href: urls.published(), text: { zh: '公开的答复', en: 'Published answers' }, guard: onlySigns },
]

const current = ({ href, text }: { href: string; text: NavLink['text'] }, path: string): NavLink => ({
  href,
  text,
  current: path === href || path.startsWith(`${href}/`),
})
