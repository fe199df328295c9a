import { Hono } from 'hono'
import { RulePage } from '../../views/accounts/rule.tsx'
import type { SessionTable } from '../db/tables.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted, typedOne } from '../http/forms.ts'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import type { Errors } from '../procedures/read_form.ts'
import { editions } from '../procedures/registry.ts'
import { adminPage, afterChange, byOf } from './admin_page.tsx'
import { readTyped } from './forms.ts'
import { firstDayToChange, ruleNamed, setRule, stampOf } from './rule_changes.ts'
import { readRule, typedOf } from './rule_form.ts'
import type { Typed } from './rule_rows.ts'
import { sayRule, saySource } from './rule_words.ts'
import { listRules, mustMean } from './rules.ts'
import type { Rule } from './rules.ts'
import { ruleForm } from './term_forms.ts'
import { findSession } from './terms.ts'

export const rules = new Hono<Env>()
  .get(urls.adminRule.pattern, async c => {
    const asked = await findAsked(c)
    return asked ? rulePage(c, asked) : notFound(c)
  })
  .post(urls.adminRule.pattern, async c => {
    const asked = await findAsked(c)
    if (!asked) return notFound(c)
    const { session, name, rule } = asked
    const posted = await readPosted(c)
    const redraw = (errors: Errors) => rulePage(c, asked, { typed: posted.typed, errors })
    const value = readRule(rule, posted.typed)
    const rest = readTyped(ruleForm, posted)
    if ('errors' in value || 'errors' in rest) {
      return redraw({ ...('errors' in value && value.errors), ...('errors' in rest && rest.errors) })
    }
    const change = { session: session.id, name, ...value, ...rest.ok, seen: typedOne(posted, 'seen') }
    return afterChange(c, await setRule(c.get('store'), byOf(c), change), c.req.path, redraw)
  })

type Asked = { session: SessionTable; name: string; rule: Rule }

async function findAsked(c: Ctx): Promise<Asked | undefined> {
  const session = await findSession(c.get('store').db, c.req.param('session') ?? '')
  const name = c.req.param('rule') ?? ''
  const rule = ruleNamed(editions, session, name)
  return session && rule && { session, name, rule }
}

/** With what was typed, if it comes back; else with the value that holds last. */
async function rulePage(c: Ctx, { session, name, rule }: Asked, sent?: { typed: Typed; errors: Errors }) {
  const rows = (await listRules(c.get('store').db, session.id)).filter(row => row.name === name)
  const earliest = firstDayToChange(session, dayOf(c.get('now')))
  const body = (
    <RulePage
      session={session}
      action={c.req.path}
      history={rows.toReversed().map(row => ({
        value: sayRule(rule, row.value),
        from: row.from_day,
        source: saySource(rule, row.source),
      }))}
      standard={{ value: sayRule(rule, rule.standard), from: null, source: rule.source }}
      unit={rule.unit}
      choices={rule.choices}
      means={rule.means}
      mustMean={mustMean(rule)}
      earliest={earliest}
      seen={stampOf(rows)}
      typed={sent?.typed ?? { from: [earliest], ...typedOf(rule, rows.at(-1)?.value ?? rule.standard) }}
      errors={sent?.errors ?? {}}
    />
  )
  return adminPage(c, rule.title, body, sent ? 422 : 200)
}
