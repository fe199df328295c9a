import type { Child } from 'hono/jsx'
import { AdminPage } from '../../views/accounts/admin.tsx'
import type { Ctx } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { guards } from '../http/guards.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import type { Text } from '../law/words.ts'
import type { Errors } from '../procedures/read_form.ts'
import { visitor } from './actor.ts'
import type { Actor } from './actor.ts'
import type { By, Changed } from './change.ts'

/** Who asks, and when: the guard has already let them in. */
export const byOf = (c: Ctx): By => ({ actor: c.get('actor') ?? visitor, now: c.get('now') })

/** A page of administration, under the tabs this administrator may open. */
export function adminPage(c: Ctx, title: Text, body: Child, status: 200 | 422 = 200) {
  const { actor } = byOf(c)
  const isDone = c.req.query('done') === 'yes' && status === 200
  const tabs = sections
    .filter(({ guard }) => guard(actor))
    .map(({ href, text }) => ({ href, text, current: isAt(c.req.path, href) }))
  return page(c, { title, status, wide: true }, <AdminPage {...{ title, tabs, isDone }}>{body}</AdminPage>)
}

/** Done goes to a page that says so; not done redraws the form with what was typed. */
export function afterChange(c: Ctx, changed: Changed, then: string, redraw: (errors: Errors) => Promise<Response>) {
  switch (changed.outcome) {
    case 'done':
      return goTo(c, withQuery(then, { done: 'yes' }))
    case 'absent':
      return notFound(c)
    case 'invalid':
      return redraw(changed.errors)
  }
}

export type Section = { href: string; text: Text; about: Text; guard: (actor: Actor) => boolean }

// prettier-ignore
export const sections: readonly Section[] = [
  { href: urls.admin(), guard: guards.admin, text: { zh: '概览', en: 'Overview' }, about: { zh: '', en: '' } },
  { href: urls.adminPeople(), guard: guards.people, text: { zh: '人员', en: 'People' }, about: { zh: '添加人员，变更单位和角色，重置密码', en: 'Add people, change organ and roles, reset passwords' } },
  { href: urls.adminOrgans(), guard: guards.settings, text: { zh: '单位', en: 'Organs' }, about: { zh: '单位名录：新设、更名、调整隶属、撤销', en: 'The tree of organs: add, rename, move, close' } },
  { href: urls.adminCalendar(), guard: guards.settings, text: { zh: '日历', en: 'Calendar' }, about: { zh: '录入国务院办公厅放假通知和本地放假、上班日', en: 'The yearly holiday notice, and days set apart here' } },
  { href: urls.adminParameters(), guard: guards.settings, text: { zh: '参数', en: 'Parameters' }, about: { zh: '本地规定的期限和数字，各有起始日和依据', en: 'Local terms and numbers, each with its first day and source' } },
  { href: urls.adminTerms(), guard: guards.settings, text: { zh: '届次', en: 'Sessions' }, about: { zh: '人大建议、政协提案的届次，以及每个届次自己的期限、办法和清单', en: 'Sessions of deputies and of CPPCC members, each with its own terms, ways and lists' } },
  { href: urls.adminCategories(), guard: guards.settings, text: { zh: '类别', en: 'Categories' }, about: { zh: '登记时选择的事项类别', en: 'The categories a matter is registered under' } },
  { href: urls.adminErasures(), guard: guards.settings, text: { zh: '个人信息删除', en: 'Erasures' }, about: { zh: '执行信访部门负责人的删除决定，查看已删除的记录', en: 'Carry out what the head of a petition office has ordered, and see what was erased' } },
  { href: urls.adminSecurity(), guard: guards.security, text: { zh: '安全审计', en: 'Audit' }, about: { zh: '登录、变更和办理的全部记录，不含内容', en: 'Every sign-in, change and act on record, without content' } },
]

const isAt = (path: string, href: string) => path === href || (href !== urls.admin() && path.startsWith(`${href}/`))
