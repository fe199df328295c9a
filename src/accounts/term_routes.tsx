import { Hono } from 'hono'
import { TermPage } from '../../views/accounts/term.tsx'
import { TermsPage } from '../../views/accounts/terms.tsx'
import type { SessionTable } from '../db/tables.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted } from '../http/forms.ts'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import type { Errors } from '../procedures/read_form.ts'
import { adminPage, afterChange, byOf } from './admin_page.tsx'
import { readTyped } from './forms.ts'
import { firstDayToChange } from './rule_changes.ts'
import type { Typed } from './rule_rows.ts'
import { linesOf } from './rule_lines.ts'
import { listRules } from './rules.ts'
import { openSession, renameSession } from './term_changes.ts'
import { openForm, renameForm, standards } from './term_forms.ts'
import { findSession, latestOf, listSessions, sessionalProcedures } from './terms.ts'

type Sent = { typed: Typed; errors: Errors }

export const terms = new Hono<Env>()
  .get(urls.adminTerms.pattern, c => termsPage(c))
  .post(urls.adminTerms.pattern, async c => {
    const posted = await readPosted(c)
    const redraw = (errors: Errors) => termsPage(c, { typed: posted.typed, errors })
    const read = readTyped(openForm, posted)
    if ('errors' in read) return redraw(read.errors)
    const copyOf = read.ok.copyOf === standards ? null : read.ok.copyOf
    const changed = await openSession(c.get('store'), byOf(c), { ...read.ok, copyOf })
    return afterChange(c, changed, changed.outcome === 'done' ? urls.adminTerm(changed.id) : urls.adminTerms(), redraw)
  })
  .get(urls.adminTerm.pattern, async c => {
    const session = await findSession(c.get('store').db, c.req.param('session'))
    return session ? termPage(c, session) : notFound(c)
  })
  .post(urls.adminTerm.pattern, async c => {
    const session = await findSession(c.get('store').db, c.req.param('session'))
    if (!session) return notFound(c)
    const posted = await readPosted(c)
    const redraw = (errors: Errors) => termPage(c, session, { typed: posted.typed, errors })
    const read = readTyped(renameForm, posted)
    if ('errors' in read) return redraw(read.errors)
    return afterChange(c, await renameSession(c.get('store'), byOf(c), session.id, read.ok), c.req.path, redraw)
  })

async function termsPage(c: Ctx, sent?: Sent) {
  const sessions = await listSessions(c.get('store').db)
  const rows = await Promise.all(
    sessions.map(async session => ({
      ...session,
      local: (await linesAt(c, session)).filter(({ isLocal }) => isLocal).length,
    })),
  )
  const procedures = sessionalProcedures().map(({ id, title }) => ({
    id,
    title,
    rows: rows.filter(row => row.procedure === id),
  }))
  const body = <TermsPage {...{ procedures, standards }} typed={sent?.typed ?? {}} errors={sent?.errors ?? {}} />
  return adminPage(c, { zh: '届次', en: 'Sessions' }, body, sent ? 422 : 200)
}

async function termPage(c: Ctx, session: SessionTable, sent?: Sent) {
  const { zh, en } = session
  const lines = (await linesAt(c, session)).map(line => ({ ...line, href: urls.adminRule(session.id, line.name) }))
  const procedure = latestOf(session.procedure)?.title ?? session.procedure
  const form = sent ?? { typed: { zh: [zh], en: [en] }, errors: {} }
  return adminPage(c, { zh, en }, <TermPage {...{ session, procedure, lines, ...form }} />, sent ? 422 : 200)
}

/** The rules in force today, or on the first day of a session that has not begun. */
async function linesAt(c: Ctx, session: SessionTable) {
  const day = firstDayToChange(session, dayOf(c.get('now')))
  return linesOf(latestOf(session.procedure)?.parameters ?? {}, await listRules(c.get('store').db, session.id), day)
}
