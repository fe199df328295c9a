import { Hono } from 'hono'
import { ReadingsTable } from '../../views/cases/readings.tsx'
import { adminPage, byOf } from '../accounts/admin_page.tsx'
import { listEvents } from '../accounts/queries.ts'
import type { Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { urls } from '../http/urls.ts'
import { listReadings } from './readings.ts'

/** Who has read a matter, for the auditor; of one walled off from the auditor not even that there is one. */
export const readings = new Hono<Env>().get(urls.adminReadings.pattern, async c => {
  const { reader } = c.get('store')
  const number = c.req.param('number')
  const { rows } = await listEvents(reader, byOf(c).actor, { stream: `case:${number}` })
  if (rows.length === 0) return notFound(c)
  const title = { zh: `${number}：谁看过`, en: `${number}: who has read it` }
  return adminPage(c, title, <ReadingsTable readings={await listReadings(reader, number)} />)
})
