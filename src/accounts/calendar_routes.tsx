import { Hono } from 'hono'
import { CalendarPage } from '../../views/accounts/calendar.tsx'
import type { Ctx, Env } from '../http/context.ts'
import { readPosted } from '../http/forms.ts'
import { urls } from '../http/urls.ts'
import type { Errors } from '../procedures/read_form.ts'
import { adminPage, afterChange, byOf } from './admin_page.tsx'
import { addCalendarDays, announceYear, listAnnouncedYears, listLocalDays } from './calendar_changes.ts'
import { localDayForm, readTyped, yearForm } from './forms.ts'

type Sent = { typed: Readonly<Record<string, readonly string[]>>; errors: Errors }

export const calendar = new Hono<Env>()
  .get(urls.adminCalendar.pattern, c => calendarPage(c))
  .post(urls.adminCalendar.pattern, async c => {
    const { typed, ...posted } = await readPosted(c)
    const redraw = (errors: Errors) => calendarPage(c, { year: { typed, errors } })
    const read = readTyped(yearForm, { typed, ...posted })
    if ('errors' in read) return redraw(read.errors)
    const asked = { ...read.ok, work: read.ok.work ?? [] }
    return afterChange(c, await announceYear(c.get('store'), byOf(c), asked), urls.adminCalendar(), redraw)
  })
  .post(urls.adminCalendarDays.pattern, async c => {
    const { typed, ...posted } = await readPosted(c)
    const redraw = (errors: Errors) => calendarPage(c, { local: { typed, errors } })
    const read = readTyped(localDayForm, { typed, ...posted })
    if ('errors' in read) return redraw(read.errors)
    const { kind, localSource: source, ...day } = read.ok
    const changed = await addCalendarDays(c.get('store'), byOf(c), [{ ...day, source, rest: kind === 'rest' }])
    return afterChange(c, changed, urls.adminCalendar(), redraw)
  })

async function calendarPage(c: Ctx, sent: { year?: Sent; local?: Sent } = {}) {
  const { db } = c.get('store')
  const lists = { years: await listAnnouncedYears(db), days: await listLocalDays(db) }
  const forms = { year: sent.year ?? nothing, local: sent.local ?? nothing }
  const body = <CalendarPage {...lists} {...forms} />
  return adminPage(c, { zh: '日历', en: 'Calendar' }, body, sent.year || sent.local ? 422 : 200)
}

const nothing: Sent = { typed: {}, errors: {} }
