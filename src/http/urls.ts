/** Every address of the site, declared once: `urls.act('X1', 'accept')` writes it, `urls.act.pattern` routes it. */
export const urls = {
  home: at('/'),
  published: at('/published'),
  publicStatistics: at('/published/statistics'),
  publicStatisticsFile: at('/published/statistics/:file'),
  publishedAnswer: at('/published/:number'),
  law: at('/law/:procedure'),
  privacy: at('/privacy'),
  accessibility: at('/accessibility'),

  file: at('/file'),
  fileStep: at('/file/:procedure/:step'),
  receipt: at('/receipts/:receipt'),
  track: at('/track'),
  trackAct: at('/track/acts/:act'),
  trackAttachment: at('/track/files/:file'),

  login: at('/login'),
  logout: at('/logout'),
  password: at('/password'),
  passwordSessions: at('/password/sessions'),
  setup: at('/setup/:token'),
  preferences: at('/preferences'),
  notices: at('/notices'),

  queues: at('/queues'),
  queue: at('/queues/:queue'),
  case: at('/cases/:number'),
  act: at('/cases/:number/acts/:act'),
  caseCode: at('/cases/:number/codes/:slip'),
  caseErasure: at('/cases/:number/erasure'),
  caseErasureWithdraw: at('/cases/:number/erasure/withdraw'),
  attachment: at('/cases/:number/files/:file'),
  document: at('/cases/:number/documents/:document'),

  ledgers: at('/ledgers'),
  ledger: at('/ledgers/:ledger'),
  reports: at('/reports'),
  reportDefinitions: at('/reports/definitions'),
  reportArchive: at('/reports/archive'),
  reportReaders: at('/reports/archive/readers'),
  archivedFile: at('/reports/archive/:month/:name'),
  exports: at('/reports/exports'),
  exportFile: at('/reports/exports/:export/file'),
  exportCancel: at('/reports/exports/:export/cancel'),
  report: at('/reports/:slug'),
  reportCases: at('/reports/:slug/cases/:metric'),
  reportRestated: at('/reports/:slug/restated'),
  reportRestatedFile: { json: at('/reports/:slug/restated.json'), csv: at('/reports/:slug/restated.csv') },
  reportFile: Object.assign((slug: string, format: ReportFormat) => `/reports/${encodeURIComponent(slug)}.${format}`, {
    pattern: '/reports/:file{[^/]+\\.(?:json|csv|xlsx|docx)}',
  } as const),

  overview: at('/overview'),

  progress: at('/progress'),
  progressOf: at('/progress/:session'),
  progressCases: at('/progress/:session/:milestone'),

  admin: at('/admin'),
  adminPeople: at('/admin/people'),
  adminPerson: at('/admin/people/:person'),
  adminPersonPassword: at('/admin/people/:person/password'),
  adminPersonUnlock: at('/admin/people/:person/unlock'),
  adminOrgans: at('/admin/organs'),
  adminOrgan: at('/admin/organs/:organ'),
  adminOrganName: at('/admin/organs/:organ/name'),
  adminOrganPlace: at('/admin/organs/:organ/place'),
  adminOrganPower: at('/admin/organs/:organ/power'),
  adminOrganClose: at('/admin/organs/:organ/close'),
  adminCalendar: at('/admin/calendar'),
  adminCalendarDays: at('/admin/calendar/days'),
  adminParameters: at('/admin/parameters'),
  adminParameter: at('/admin/parameters/:procedure/:name'),
  adminTerms: at('/admin/terms'),
  adminTerm: at('/admin/terms/:session'),
  adminRule: at('/admin/terms/:session/:rule'),
  adminCategories: at('/admin/categories'),
  adminCategory: at('/admin/categories/:category'),
  adminErasures: at('/admin/erasures'),
  adminErasure: at('/admin/erasures/:order'),
  adminSecurity: at('/admin/security'),
  adminReadings: at('/admin/security/readings/:number'),

  healthz: at('/healthz'),
  readyz: at('/readyz'),

  api: {
    openapi: at('/api/v1/openapi.json'),
    cases: at('/api/v1/cases'),
    case: at('/api/v1/cases/:number'),
    act: at('/api/v1/cases/:number/acts/:act'),
    report: at('/api/v1/reports/:slug'),
  },
}

export type ReportFormat = 'json' | 'csv' | 'xlsx' | 'docx'

/** A file under static/: `asset('css/app.css')`. */
export const asset = (file: string): string => `/static/${file}`

/** The address with a query; what is empty is left out, so the plain list keeps its plain address. */
export function withQuery(url: string, query: Record<string, string | number | null | undefined>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  )
  return pairs.length === 0 ? url : `${url}?${new URLSearchParams(pairs)}`
}

/** One string for each `:param` of the pattern, in its order. */
type Params<Pattern extends string> = Pattern extends `${string}:${string}/${infer Rest}`
  ? [param: string, ...Params<Rest>]
  : Pattern extends `${string}:${string}`
    ? [param: string]
    : []

function at<const Pattern extends string>(pattern: Pattern) {
  const write = (...params: Params<Pattern>): string => {
    const left: string[] = [...params]
    return pattern.replace(/:\w+/g, () => encodeURIComponent(left.shift() ?? ''))
  }
  return Object.assign(write, { pattern })
}
