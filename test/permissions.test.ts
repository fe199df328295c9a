import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { expect, test } from 'vitest'
import { petitionerOf, system } from '../src/accounts/actor.ts'
import type { Actor } from '../src/accounts/actor.ts'
import { tokenHash } from '../src/accounts/session.ts'
import { createApp } from '../src/app.tsx'
import { decide } from '../src/cases/decide.ts'
import { orderErasure } from '../src/cases/erasure_orders.ts'
import { noData } from '../src/cases/view.ts'
import type { CaseView } from '../src/cases/view.ts'
import type { Store } from '../src/db/open.ts'
import type { Env } from '../src/http/context.ts'
import { oneOrMore } from '../src/procedures/procedure.ts'
import type { PartRole, Procedure } from '../src/procedures/procedure.ts'
import { editions } from '../src/procedures/registry.ts'
import { cast, seatCast } from './support/cast.ts'
import type { CastName } from './support/cast.ts'
import { onBoth } from './support/db.ts'
import { signers } from './support/motions_cast.ts'
import type { Opener } from './support/db.ts'
import { file } from './support/road.ts'
import { signIn } from './support/sign_in.ts'

/** Who gets in, for a petition registered by the petition office and sent to housing. A new route needs a row here. */
const names =
  'liming chenjing zhaoqiang sunli wugang zhoujie qianfeng fengyan hemei lincheng tangtong mawei shenji guanli citychen zhengzhan dingdu luofan'
const workers = 'liming chenjing zhaoqiang sunli wugang zhoujie qianfeng fengyan hemei citychen zhengzhan'
const cases = `${workers} lincheng dingdu luofan`
/** A month that was closed is told to whoever reads figures. */
const told = `${cases} tangtong`
const seesIt = 'liming chenjing zhaoqiang sunli lincheng dingdu luofan'
const figures = 'liming chenjing lincheng tangtong dingdu luofan'
/** Besides signed-in people those who are not; or nobody at all who lacks a secret the address must hold. */
const anyone = `${names} nobody`
const secret = ''
/** Signed-in people only, and of them only who has such a paper. */
const paper = 'whose'

// prettier-ignore
const routes: Readonly<Record<string, string>> = {
  'GET /static/*': anyone, 'GET /healthz': anyone, 'GET /readyz': anyone, 'POST /preferences': anyone,
  'GET /': anyone, 'GET /published': anyone, 'GET /privacy': anyone, 'GET /accessibility': anyone, 'GET /law/:procedure': anyone,
  'GET /file': anyone, 'POST /file': anyone, 'GET /file/:procedure/:step': anyone, 'POST /file/:procedure/:step': anyone,
  'GET /receipts/:receipt': secret, 'GET /published/:number': secret,
  'GET /published/statistics': anyone, 'GET /published/statistics/:file': secret,
  'GET /track': anyone, 'POST /track': anyone, 'GET /track/acts/:act': anyone, 'POST /track/acts/:act': anyone, 'GET /track/files/:file': anyone,
  'GET /login': anyone, 'POST /login': anyone, 'POST /logout': anyone,
  'GET /setup/:token': secret, 'POST /setup/:token': secret,
  'GET /password': names, 'POST /password': names, 'POST /password/sessions': names,

  'GET /queues': cases, 'GET /queues/:queue': workers, 'POST /queues/all': cases, 'GET /notices': told, 'POST /notices': told,
  'GET /queues/new': 'liming citychen', 'POST /queues/new': 'liming citychen', 'GET /queues/receipts/:form': paper,
  'GET /cases/:number': seesIt, 'GET /cases/:number/acts/:act': 'zhaoqiang', 'POST /cases/:number/acts/:act': seesIt,
  'GET /cases/:number/files/:file': paper, 'GET /cases/:number/codes/:slip': paper,
  'GET /cases/:number/erasure': 'chenjing', 'POST /cases/:number/erasure': 'chenjing', 'POST /cases/:number/erasure/withdraw': 'chenjing',

  'GET /reports': `${cases} tangtong`, 'GET /reports/definitions': `${cases} tangtong`, 'GET /reports/:slug': `${cases} tangtong`,
  'GET /reports/:file{[^/]+\\.(?:json|csv|xlsx|docx)}': 'liming chenjing lincheng tangtong dingdu luofan',
  'GET /reports/:slug/cases/:metric': 'liming chenjing lincheng dingdu luofan',
  'GET /reports/:slug/restated': figures, 'GET /reports/:slug/restated.json': figures, 'GET /reports/:slug/restated.csv': figures,

  'GET /reports/archive': 'liming chenjing lincheng tangtong dingdu luofan', 'POST /reports/archive/readers': told,
  'GET /reports/archive/:month/:name': paper,
  'GET /reports/exports': `${cases} tangtong`, 'POST /reports/exports': paper,
  'GET /reports/exports/:export/file': paper, 'POST /reports/exports/:export/cancel': paper,

  'GET /overview': figures,
  'GET /progress': figures, 'GET /progress/:session': figures, 'GET /progress/:session/:milestone': figures,

  'GET /admin': 'mawei shenji guanli',
  'GET /admin/people': 'mawei guanli', 'POST /admin/people': 'mawei guanli',
  'GET /admin/people/:person': 'mawei guanli', 'POST /admin/people/:person': 'mawei guanli',
  'POST /admin/people/:person/password': 'mawei guanli', 'POST /admin/people/:person/unlock': 'mawei guanli',
  'GET /admin/organs': 'mawei', 'POST /admin/organs': 'mawei', 'GET /admin/organs/:organ': 'mawei',
  'POST /admin/organs/:organ/name': 'mawei', 'POST /admin/organs/:organ/place': 'mawei', 'POST /admin/organs/:organ/close': 'mawei', 'POST /admin/organs/:organ/power': 'mawei',
  'GET /admin/calendar': 'mawei', 'POST /admin/calendar': 'mawei', 'POST /admin/calendar/days': 'mawei',
  'GET /admin/parameters': 'mawei', 'GET /admin/parameters/:procedure/:name': 'mawei', 'POST /admin/parameters/:procedure/:name': 'mawei',
  'GET /admin/terms': 'mawei', 'POST /admin/terms': 'mawei', 'GET /admin/terms/:session': 'mawei', 'POST /admin/terms/:session': 'mawei',
  'GET /admin/terms/:session/:rule': 'mawei', 'POST /admin/terms/:session/:rule': 'mawei',
  'GET /admin/categories': 'mawei', 'POST /admin/categories': 'mawei', 'POST /admin/categories/:category': 'mawei',
  'GET /admin/erasures': 'mawei', 'GET /admin/erasures/:order': 'mawei', 'POST /admin/erasures/:order': 'mawei',
  'GET /admin/security': 'shenji', 'GET /admin/security/readings/:number': 'shenji',

  'GET /api/v1/openapi.json': anyone, 'GET /api/v1/cases': names, 'POST /api/v1/cases': names,
  'GET /api/v1/cases/:number': seesIt, 'POST /api/v1/cases/:number/acts/:act': seesIt,
  'GET /api/v1/reports/:slug': 'liming chenjing lincheng tangtong dingdu luofan',
}

onBoth('every route', open => {
  test('lets in exactly whom its row names; others find nothing, and who is not signed in is asked to', async () => {
    const { app, asking } = await serve(open)
    const registered = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(registered)].sort()).toEqual(Object.keys(routes).sort())
    for (const [route, allowed] of Object.entries(routes)) {
      const found: Record<'in' | 'absent' | 'login', string[]> = { in: [], absent: [], login: [] }
      for (const name of anyone.split(' ')) found[await asking(route, name)].push(name)
      expect(found, route).toEqual(expected(allowed))
    }
  }, 180_000)
})

/** What the row of a route says of everyone. */
function expected(allowed: string) {
  const inside = allowed.split(' ')
  const isGuarded = allowed !== secret && !inside.includes('nobody')
  const outside = anyone.split(' ').filter(name => !inside.includes(name))
  return {
    in: anyone.split(' ').filter(name => inside.includes(name)),
    absent: outside.filter(name => !isGuarded || name !== 'nobody'),
    login: isGuarded ? ['nobody'] : [],
  }
}

/**
 * Whose each act is, by their seat in the case: petition office, lead housing, reviewer the district; of a suggestion
 * 代红 leads and 邓宇 signs, of a proposal 魏源 and 韦涵, with the police as a co-handler: nobody rates for them.
 */
// prettier-ignore
const acts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  petition: {
    submit: 'petitioner another liming citychen', register: 'liming',
    transfer: 'liming', handOver: 'liming', handDown: 'liming', receiveDown: 'liming', returnUp: 'liming', passDown: 'zhaoqiang', takeBack: 'liming chenjing',
    report: 'zhaoqiang sunli', acceptReport: 'liming chenjing', rejectReport: 'liming chenjing',
    refer: 'liming zhaoqiang', decideCompetence: 'hemei lincheng luofan', involve: 'zhaoqiang', opine: 'zhoujie', dismiss: 'zhaoqiang',
    receive: 'zhaoqiang', accept: 'zhaoqiang', object: 'zhaoqiang', agreeReturn: 'liming', designate: 'liming',
    refuse: 'liming zhaoqiang', declineAgain: 'liming zhaoqiang', redirect: 'liming zhaoqiang', ask: 'liming zhaoqiang', reply: 'petitioner liming',
    extend: 'sunli', consider: 'zhaoqiang', mediate: 'zhaoqiang', reachAgreement: 'zhaoqiang', endMediation: 'zhaoqiang', openHearing: 'zhaoqiang hemei', closeHearing: 'zhaoqiang hemei',
    draft: 'zhaoqiang', sendBack: 'sunli', answer: 'sunli', answerSuggestion: 'sunli', answerAccusation: 'sunli', answerDuty: 'sunli', serve: 'zhaoqiang', inform: 'zhaoqiang',
    agree: 'petitioner', recordAgreement: 'liming', requestReview: 'petitioner liming', requestReReview: 'petitioner liming', reassignReview: 'chenjing',
    reviewUphold: 'hemei', reviewChange: 'hemei', reviewRevoke: 'hemei', serveReview: 'hemei',
    reReviewUphold: 'hemei', reReviewChange: 'hemei', reReviewRevoke: 'hemei', serveReReview: 'hemei',
    conclude: 'liming chenjing', close: 'liming', reopen: 'chenjing', care: 'liming chenjing zhaoqiang', rate: 'petitioner',
    withdraw: 'petitioner liming', revive: 'chenjing', addMaterial: 'petitioner liming zhaoqiang',
    wall: 'liming chenjing', recuse: 'liming chenjing zhaoqiang sunli hemei', requestRecusal: 'petitioner liming', decideRecusal: 'chenjing sunli',
    urge: 'liming chenjing dingdu', supervise: 'liming chenjing dingdu', answerSupervision: 'zhaoqiang sunli', returnSupervisionAnswer: 'liming chenjing', liftSupervision: 'liming chenjing',
    propose: 'liming chenjing dingdu', answerProposal: 'sunli', reportUrgent: 'liming chenjing zhaoqiang sunli',
    putInCharge: 'chenjing lincheng luofan', endCharge: 'lincheng luofan',
    instruct: 'lincheng luofan', reportInstruction: 'zhaoqiang sunli', returnInstruction: 'lincheng luofan', endInstruction: 'lincheng luofan',
    correct: 'chenjing', reclassify: 'liming chenjing', authoriseAgent: 'petitioner liming', endAgency: 'petitioner liming',
    changeContact: 'petitioner', recordContact: 'liming', renewCode: 'liming', linkRepeat: 'liming chenjing', unlinkRepeat: 'liming chenjing',
    pullFile: 'liming chenjing sunli', expire: 'system', lapse: 'system', recalculate: 'system',
  },
  'deputy-suggestion': {
    draft: 'daihong dengyu duanfei', draftTogether: 'duanfei weijun',
    invite: 'daihong', sign: 'dengyu', decline: 'dengyu', lapseInvitation: 'system', revise: 'daihong', discard: 'daihong', agreeToWithdraw: 'dengyu', withdraw: 'daihong',
    submit: 'daihong', resubmit: 'daihong', askRevision: 'lichen wumin', register: 'lichen wumin', treatAsLetter: 'lichen wumin',
    handOver: 'lichen wumin', handOverSeparately: 'lichen wumin', addHandlers: 'lichen wumin', addSeparate: 'lichen wumin',
    receive: 'zhaoqiang zhoujie', object: 'zhaoqiang zhoujie', agreeReturn: 'lichen wumin', keepWith: 'lichen wumin', takeBack: 'lichen wumin',
    contact: 'zhaoqiang sunli', opine: 'zhoujie', goOnWithout: 'zhaoqiang', draftAnswer: 'zhaoqiang', sendBack: 'sunli', answer: 'sunli',
    requestExtension: 'zhaoqiang sunli', grantExtension: 'lichen wumin', denyExtension: 'lichen wumin', serve: 'zhaoqiang sunli lichen',
    rate: 'daihong', lapseRating: 'system', countSilence: 'system', orderRedo: 'daihong lichen wumin', close: 'lichen', closeUnrated: 'lichen',
    showEvidence: 'zhaoqiang sunli', confirmOutcome: 'lichen wumin', returnEvidence: 'lichen wumin', reportProgress: 'zhaoqiang sunli', publish: 'lichen wumin', unpublish: 'lichen wumin',
    makeKey: 'wumin', urge: 'dingdu lichen wumin', supervise: 'dingdu lichen wumin', answerSupervision: 'zhaoqiang sunli', liftSupervision: 'lichen wumin', lapse: 'system', recalculate: 'system',
  },
  'cppcc-proposal': {
    draft: 'weiyuan weihan weijun', draftTogether: 'duanfei weijun',
    invite: 'weiyuan', sign: 'weihan', decline: 'weihan', lapseInvitation: 'system', revise: 'weiyuan', discard: 'weiyuan', agreeToWithdraw: 'weihan', withdraw: 'weiyuan',
    submit: 'weiyuan', resubmit: 'weiyuan', askRevision: 'xuping luqing', register: 'xuping luqing', notFile: 'xuping luqing', merge: 'xuping luqing', relayAnswer: 'xuping luqing', unmerge: 'xuping luqing',
    handOver: 'xuping luqing', handOverSeparately: 'xuping luqing', addHandlers: 'xuping luqing', addSeparate: 'xuping luqing',
    receive: 'zhaoqiang zhoujie', object: 'zhaoqiang zhoujie', agreeReturn: 'xuping luqing', keepWith: 'xuping luqing', takeBack: 'xuping luqing',
    contact: 'zhaoqiang sunli', contactAgain: 'zhaoqiang sunli', contactAfter: 'zhaoqiang sunli', contactAfterFor: 'xuping', opine: 'zhoujie', goOnWithout: 'zhaoqiang', draftAnswer: 'zhaoqiang', sendBack: 'sunli', answer: 'sunli',
    requestExtension: 'zhaoqiang sunli', grantExtension: 'xuping luqing', denyExtension: 'xuping luqing', serve: 'zhaoqiang sunli xuping',
    rate: 'weiyuan', lapseRating: 'system', countSilence: 'system', orderRedo: 'weiyuan xuping luqing', close: 'xuping', closeUnrated: 'xuping',
    showEvidence: 'zhaoqiang sunli', confirmOutcome: 'xuping luqing', returnEvidence: 'xuping luqing', reportProgress: 'zhaoqiang sunli', publish: 'xuping luqing', unpublish: 'xuping luqing',
    makeKey: 'luqing', urge: 'dingdu xuping luqing', supervise: 'dingdu xuping luqing', answerSupervision: 'zhaoqiang sunli', liftSupervision: 'xuping luqing', lapse: 'system', recalculate: 'system',
  },
}

test.each(editions.map(procedure => ({ procedure, id: procedure.id })))(
  'every act of $id is for exactly those its row names',
  ({ procedure, id }) => {
    expect(Object.keys(acts[id] ?? {}).sort()).toEqual(Object.keys(procedure.acts).sort())
    for (const act of Object.keys(procedure.acts)) expect(whose(procedure, act), act).toBe(acts[id]?.[act])
  },
)

function whose(procedure: Procedure, act: string): string {
  const strangers = { petitioner: petitionerOf('X'), another: petitionerOf('Y'), system, ...cast }
  const actors: Readonly<Record<string, Actor>> = procedure.id === 'petition' ? strangers : { ...strangers, ...signers }
  const today = '2026-01-12'
  const view = viewFor(procedure, act)
  return Object.entries(actors)
    .filter(([, actor]) => {
      const decision = decide({ procedure, view, act, actor, today, on: today })
      return decision.allowed || decision.isTheirs
    })
    .map(([name]) => name)
    .join(' ')
}

/** The case where the act starts from, or none for the act that begins it. */
function viewFor(procedure: Procedure, act: string): CaseView | null {
  const from = oneOrMore(procedure.acts[act]?.from ?? 'start')[0] ?? 'start'
  if (from === 'start') return null
  const open = Object.entries(procedure.states).find(([, state]) => 'awaits' in state)?.[0] ?? ''
  const state = procedure.states[from] ? from : open
  const part = { case_number: 'X', is_open: 1, since_on: '2026-01-06', sender: null, person: null }
  return {
    procedure,
    data: noData,
    deadlines: [],
    assignments: [...partsIn(procedure), ...partFor(procedure, act)].map((given, i) => ({
      ...part,
      ...given,
      id: `00${i + 1}`,
    })),
    row: {
      number: 'X',
      procedure: procedure.id,
      procedure_version: procedure.version,
      version: 1,
      state,
      is_open: 1,
      kind: null,
      route: null,
      category: null,
      place: null,
      channel: 'online',
      origin: 'people',
      office: offices[procedure.office],
      lead: 'housing',
      awaits_role: null,
      awaits_organ: null,
      next_due: null,
      received_on: '2026-01-05',
      received_at: '2026-01-05T02:00:00.000Z',
      ended_on: null,
      restricted: 0,
      drafted: 0,
      session: null,
      series: null,
      serial: null,
      label: null,
      published_on: null,
      data: '{}',
    },
    rules: {},
  }
}

const offices = { 'petition-office': 'petition-office', congress: 'congress', cppcc: 'cppcc' } as const

/** Led by housing; a petition reviewed by the district, a suggestion signed by two, with the police as a co-handler. */
function partsIn({ id }: Procedure): Part[] {
  const lead = { organ: 'housing', role: 'lead', state: 'received' } as const
  const coHandler = { organ: 'police', role: 'co-handler', state: 'received' } as const
  if (id === 'petition') return [lead, { organ: 'district', role: 'reviewer', state: 'received' }]
  return [...signed[id === 'cppcc-proposal' ? 'sector' : 'delegation'], lead, coHandler]
}

type Part = { organ: string; role: PartRole; state: string; sender?: string; person?: string }

const signed = {
  delegation: [
    { organ: 'delegation', role: 'signer', state: 'signed', person: 'daihong' },
    { organ: 'delegation', role: 'cosigner', state: 'signed', person: 'dengyu' },
  ],
  sector: [
    { organ: 'sector', role: 'signer', state: 'signed', person: 'weiyuan' },
    { organ: 'sector', role: 'cosigner', state: 'signed', person: 'weihan' },
  ],
} as const

/** The part that an act on a part moves, in the state it starts from; or what makes a superior decide. */
function partFor(procedure: Procedure, act: string): Part[] {
  const spec = procedure.acts[act]
  const role = spec?.at === 'superior' ? 'superior' : oneOrMore(spec?.part ?? [])[0]
  if (!spec || !role) return []
  const state = (spec.on && oneOrMore(spec.from)[0]) || 'asked'
  if (role === 'cosigner') return signersOf(procedure).map(one => ({ ...one, role, state }))
  const given = givenBy[role]
  return [{ role, state, ...given, ...(given === fromOffice && { sender: offices[procedure.office] }) }]
}

/** Whoever was asked to sign with the lead signer. */
const signersOf = ({ id }: Procedure) => signed[id === 'cppcc-proposal' ? 'sector' : 'delegation'].slice(1)

/** Who gives such a part to whom. */
const fromOffice = { sender: 'petition-office', organ: 'housing' }
// prettier-ignore
const givenBy: Readonly<Record<PartRole, { sender: string; organ: string }>> = {
  sole: fromOffice, lead: fromOffice, separate: fromOffice, hop: fromOffice, supervision: fromOffice, proposal: fromOffice,
  reviewer: { sender: 'petition-office', organ: 'district' }, superior: { sender: 'petition-office', organ: 'district' },
  charge: { sender: 'petition-office', organ: 'district' }, instruction: { sender: 'district', organ: 'housing' },
  'co-handler': { sender: 'housing', organ: 'police' },
  outcome: fromOffice, copied: fromOffice, signer: fromOffice, cosigner: fromOffice,
}

async function serve(open: Opener) {
  const store = await open()
  await seatCast(store)
  await store.db
    .insertInto('people')
    .values({ id: 'huangwei', login: 'huangwei', name: '黄伟', organ: 'housing', roles: '["handler"]', active: 1 })
    .execute()
  await store.db.insertInto('categories').values({ id: 'water', zh: '供水', en: 'Water', active: 1 }).execute()
  await store.db
    .insertInto('sessions')
    .values({ ...fifth, from_day: '2026-01-01', cutoff_on: '2026-04-20' })
    .execute()
  const petition = await file(store)
  await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
  await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'housing' })
  const { number } = await file(store)
  const asked = { number, words: true, reason: 'PIPL 47(3)', actor: cast.chenjing, now } as const
  const ordered = await orderErasure(store, asked)
  const own = { number: petition.number, order: 'id' in ordered ? ordered.id : '' }
  const app = createApp({ store, now: () => now, trustProxy: true })
  return { app, asking: (route: string, name: string) => ask(app, store, route, own, name) }
}

const fifth = { id: 'fifth', procedure: 'deputy-suggestion', term: 18, session: 5, zh: '五次', en: 'Fifth' }
const now = '2026-01-12T02:00:00.000Z'

type Own = { number: string; order: string }

async function ask(app: Hono<Env>, store: Store, route: string, own: Own, name: string) {
  const [method = '', pattern = ''] = route.split(' ')
  const isApi = pattern.startsWith('/api/')
  const path = filled(pattern, own)
  const who = isCast(name)
    ? isApi
      ? { Authorization: await tokenFor(store, name) }
      : { Cookie: await signIn(app, store, name) }
    : {}
  const type = isApi ? 'application/json' : 'application/x-www-form-urlencoded'
  const headers = {
    Origin: 'http://localhost',
    'X-Forwarded-For': randomUUID(),
    ...(method === 'POST' && { 'Content-Type': type }),
    ...who,
  }
  const answer = await app.request(path, { method, headers, ...(method === 'POST' && { body: isApi ? '{}' : '' }) })
  const isSentToSignIn =
    answer.headers.get('Location')?.startsWith('/login') === true && !(isCast(name) && path === '/password/sessions')
  if (answer.status === 401 || isSentToSignIn) return 'login'
  return answer.status === 404 ? 'absent' : 'in'
}

/** An address of the pattern that leads somewhere. */
function filled(pattern: string, own: Own): string {
  const known: Readonly<Record<string, string>> = {
    ...own,
    procedure: 'petition',
    name: 'ratingWindow',
    session: 'fifth',
    rule: 'ratingWindow',
    act: 'receive',
    step: 'start',
    person: 'huangwei',
    organ: 'housing-station',
    category: 'water',
    queue: 'mine',
    slug: 'monthly-closure',
    metric: 'received',
    milestone: 'answered',
  }
  return pattern
    .replace(/:file\{.*\}/, 'monthly-closure.json')
    .replace('*', 'css/app.css')
    .replaceAll(/:(\w+)/g, (_, word: string) => known[word] ?? 'none')
}

async function tokenFor(store: Store, person: CastName): Promise<string> {
  const row = { hash: tokenHash(store, `token-of-${person}`), person, name: 'test', created_at: now, revoked_at: null }
  await store.db
    .insertInto('tokens')
    .values(row)
    .onConflict(clash => clash.doNothing())
    .execute()
  return `Bearer token-of-${person}`
}

const isCast = (name: string): name is CastName => Object.hasOwn(cast, name)
