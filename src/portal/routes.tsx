import { Hono } from 'hono'
import { onlySigns } from '../accounts/visible.ts'
import { startsFor } from '../cases/starts.ts'
import type { Env } from '../http/context.ts'
import { page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import { AccessibilityPage } from '../../views/portal/accessibility.tsx'
import { HomePage } from '../../views/portal/home.tsx'
import { PrivacyPage } from '../../views/portal/privacy.tsx'
import { SignersHome } from '../../views/portal/signers-home.tsx'
import { filing } from './filing.tsx'
import { officeName } from './office.ts'
import { published } from './published_routes.tsx'
import { receipts } from './receipt.tsx'
import { track } from './track.tsx'

/** What citizens use. */
export const routes = new Hono<Env>()
  .get(urls.home.pattern, async c => {
    const { store, actor, now } = c.var
    const starts = actor && onlySigns(actor) ? await startsFor(store.reader, actor, dayOf(now)) : undefined
    return page(c, { title: { zh: '首页', en: 'Home' } }, starts ? <SignersHome starts={starts} /> : <HomePage />)
  })
  .get(urls.privacy.pattern, async c =>
    page(c, { title: { zh: '隐私说明', en: 'Privacy' } }, <PrivacyPage office={await officeName(c.get('store'))} />),
  )
  .get(urls.accessibility.pattern, c =>
    page(c, { title: { zh: '无障碍说明', en: 'Accessibility' } }, <AccessibilityPage />),
  )
  .route('/', published)
  .route('/', filing)
  .route('/', receipts)
  .route('/', track)
