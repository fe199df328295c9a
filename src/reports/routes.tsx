import { Hono } from 'hono'
import { readsDistrictReports } from '../accounts/figure_readers.ts'
import { listOrgans } from '../accounts/organs.ts'
import type { Actor } from '../accounts/actor.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { goTo, page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import type { Errors } from '../procedures/read_form.ts'
import { procedureIds, procedureOn } from '../procedures/registry.ts'
import type { Links } from '../../views/reports/metric-table.tsx'
import { ReportPage } from '../../views/reports/report.tsx'
import { ReportsPage } from '../../views/reports/reports.tsx'
import { findReport } from './api.ts'
import type { Found } from './api.ts'
import { archive } from './archive_routes.tsx'
import { askedIn } from './asked.ts'
import { showDefinitions } from './definitions_page.tsx'
import { draw, readApart } from './draw.ts'
import { exports } from './export_routes.tsx'
import { listedRows, mostAtOnce } from './exports.ts'
import type { Drawing } from './drawing.ts'
import type { Side } from './figures.ts'
import { showCases } from './figure_cases.tsx'
import { formats, readFileName } from './formats.ts'
import type { Lists } from './lists.ts'
import { reportNamed, reports } from './registry.ts'
import type { ReportKind } from './registry.ts'
import { restated } from './restated_routes.tsx'
import { sessionsReadBy } from './scope.ts'
import { sendReport } from './send_report.ts'
import type { Asked } from './report.ts'

/** Reports as pages and files, and the lists of cases behind their figures. */
export const routes = new Hono<Env>()
  .route('/', archive)
  .route('/', restated)
  .route('/', exports)
  .get(urls.reports.pattern, async c => {
    const actor = c.get('actor')
    if (!actor) return notFound(c)
    const isAll = await readsDistrictReports(c.get('store').reader, actor)
    const sessions = await sessionsReadBy(c.get('store').reader, actor)
    const shown = reports.filter(kind =>
      kind.period === 'session' ? sessions.length > 0 : isAll || kind.of === 'organ',
    )
    return page(c, { title: { zh: '报表', en: 'Reports' } }, <ReportsPage reports={shown} hasArchive={isAll} />)
  })

  .get(urls.reportDefinitions.pattern, c => {
    const actor = c.get('actor')
    return actor ? showDefinitions(c, actor) : notFound(c)
  })

  .get(urls.reportFile.pattern, async c => {
    const actor = c.get('actor')
    const file = readFileName(c.req.param('file'))
    if (!actor || !file) return notFound(c)
    const found = await findReport(c.get('store'), c.get('now'), actor, file.slug, askedIn(c))
    if (found.outcome === 'absent') return notFound(c)
    if (found.outcome === 'invalid') return askAgain(c, actor, file.slug, found.errors)
    const { drawing, hasLists } = found
    const sent = await sendReport(c, drawing, file.format, hasLists ? actor : 'figures')
    // Its report's page offers to make it in the background.
    return sent ?? goTo(c, withQuery(urls.report(file.slug), { ...askedIn(c), lang: c.req.query('lang') }))
  })

  .get(urls.reportCases.pattern, async c => {
    const actor = c.get('actor')
    const { slug, metric } = c.req.param()
    const found = actor && (await findReport(c.get('store'), c.get('now'), actor, slug, askedIn(c)))
    return actor && found?.outcome === 'done' && found.hasLists ? showCases(c, actor, found, metric) : notFound(c)
  })

  .get(urls.report.pattern, async c => {
    const actor = c.get('actor')
    const { slug } = c.req.param()
    const asked = askedIn(c)
    const found = actor && (await findReport(c.get('store'), c.get('now'), actor, slug, asked))
    if (!actor || !found) return notFound(c)
    if (found.outcome === 'done') return showReport(c, actor, found, asked)
    if (found.outcome === 'invalid') return askAgain(c, actor, slug, unasked(slug, c.req.query('organ'), found.errors))
    const isWhole = asked.organ === undefined && actor.organ !== null && isOfOrgans(reportNamed(slug))
    return isWhole && !(await readsDistrictReports(c.get('store').reader, actor))
      ? goTo(c, withQuery(urls.report(slug), { ...asked, organ: actor.organ }))
      : notFound(c)
  })

/** Whoever asks for the district's without the right is led to their own organ's, where there is one. */
const isOfOrgans = (kind: ReportKind | undefined) => kind !== undefined && kind.of !== 'district'

async function showReport(c: Ctx, actor: Actor, found: Found, asked: Asked): Promise<Response> {
  const { drawing, known, asOf } = found
  const { kind, cut, scope } = drawing
  const drawn = await draw(c.get('store'), drawing, found.hasLists ? actor : null)
  const { report, lists, accusations } = drawn
  const rows = listedRows(drawing, drawn)
  const offered = formats.filter(format => format !== 'xlsx' || rows <= mostAtOnce)
  const same = { ...asked, [cut.kind]: cut.period, asOf }
  const hrefOf = (metric: string, side: Side) => withQuery(urls.reportCases(kind.slug, metric), { ...same, side })
  const organ = scope.kind === 'organ' ? scope.id : undefined
  return page(
    c,
    { title: kind.title, wide: true },
    <ReportPage
      title={kind.title}
      report={report}
      known={known}
      headline={kind.headline}
      ask={await askForm(c, actor, kind.slug, { ...asked, [cut.kind]: cut.period, organ }, {})}
      links={linked(lists, hrefOf)}
      accusations={accusations}
      files={offered.map(format => ({ format, href: withQuery(urls.reportFile(kind.slug, format), same) }))}
      long={rows > mostAtOnce ? { rows, asked: { report: kind.slug, ...same, lang: c.req.query('lang') } } : undefined}
      definitions={urls.reportDefinitions()}
      restated={await restatedLink(c, actor, drawing, asked)}
    />,
  )
}

/** From a closed month to what it reads differently now, or by the instant asked for; for whoever reads all of it. */
async function restatedLink(c: Ctx, actor: Actor, drawing: Drawing, { through, procedure, asOf }: Asked) {
  const store = c.get('store')
  if (!(await readsDistrictReports(store.reader, actor))) return undefined
  const since = await readApart(store, 'sinceClosed', drawing, { actor })
  const { kind, cut } = drawing
  return (
    since && {
      lines: since.lines,
      href: withQuery(urls.reportRestated(kind.slug), {
        ...{ month: cut.period, through, procedure },
        against: asOf === undefined ? undefined : cut.asOf,
      }),
    }
  )
}

const linked = (lists: Lists, hrefOf: (metric: string, side: Side) => string): Links =>
  Object.fromEntries(
    Object.entries(lists).map(([id, sides]) => [id, Object.fromEntries(sides.map(side => [side, hrefOf(id, side)]))]),
  )

/** A report of an organ, of which none has been asked yet, has nothing wrong with it: its form asks which. */
function unasked(slug: string, organ: string | undefined, { organ: problem, ...errors }: Errors): Errors {
  const isNew = organ === undefined && reportNamed(slug)?.of === 'organ'
  return isNew || problem === undefined ? errors : { ...errors, organ: problem }
}

/** The form with what was typed and what is wrong with it. */
async function askAgain(c: Ctx, actor: Actor, slug: string, errors: Errors): Promise<Response> {
  const title = reportNamed(slug)?.title ?? { zh: '报表', en: 'Report' }
  const month = dayOf(c.get('now')).slice(0, 7)
  const ask = await askForm(c, actor, slug, { ...askedIn(c), month: askedIn(c).month ?? month }, errors)
  return page(
    c,
    { title, wide: true, status: Object.keys(errors).length > 0 ? 422 : 200 },
    <ReportPage
      title={title}
      report={undefined}
      known="now"
      headline={undefined}
      ask={ask}
      links={{}}
      accusations={undefined}
      files={[]}
      restated={undefined}
      long={undefined}
      definitions=""
    />,
  )
}

async function askForm(c: Ctx, actor: Actor, slug: string, asked: Asked, errors: Errors) {
  const { reader } = c.get('store')
  const kind = reportNamed(slug)
  const hasOrgans = kind?.of !== 'district' && kind?.period !== 'session' && (await readsDistrictReports(reader, actor))
  const organs = hasOrgans ? await listOrgans(reader) : []
  const sessions = kind?.period === 'session' ? await sessionsReadBy(reader, actor) : []
  return {
    action: urls.report(slug),
    asked,
    errors,
    period: kind?.period ?? 'month',
    isOfOrgan: kind?.of === 'organ',
    sessions: sessions.map(({ id, zh, en }) => ({ value: id, label: { zh, en } })),
    procedures: (kind?.procedure !== undefined || kind?.period === 'session' ? [] : procedureIds()).map(id => ({
      value: id,
      label: procedureOn(id, '9999-12-31').title,
    })),
    organs: organs.map(({ id, zh, en }) => ({ value: id, label: { zh, en } })),
  }
}
