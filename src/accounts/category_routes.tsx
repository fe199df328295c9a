import { Hono } from 'hono'
import { CategoriesPage } from '../../views/accounts/categories.tsx'
import type { Ctx, Env } from '../http/context.ts'
import { readPosted } from '../http/forms.ts'
import { urls } from '../http/urls.ts'
import type { Errors } from '../procedures/read_form.ts'
import { adminPage, afterChange, byOf } from './admin_page.tsx'
import { addCategory, listCategories, offerCategory } from './category_changes.ts'
import { categoryForm, readTyped } from './forms.ts'

export const categories = new Hono<Env>()
  .get(urls.adminCategories.pattern, c => categoriesPage(c))
  .post(urls.adminCategories.pattern, async c => {
    const { typed, ...posted } = await readPosted(c)
    const redraw = (errors: Errors) => categoriesPage(c, { typed, errors })
    const read = readTyped(categoryForm, { typed, ...posted })
    if ('errors' in read) return redraw(read.errors)
    return afterChange(c, await addCategory(c.get('store'), byOf(c), read.ok), urls.adminCategories(), redraw)
  })
  .post(urls.adminCategory.pattern, async c => {
    const posted = await readPosted(c)
    const isOffered = posted.typed['active']?.[0] === 'yes'
    const changed = await offerCategory(c.get('store'), byOf(c), c.req.param('category'), isOffered)
    return afterChange(c, changed, urls.adminCategories(), errors => categoriesPage(c, { typed: {}, errors }))
  })

async function categoriesPage(c: Ctx, sent?: { typed: Readonly<Record<string, readonly string[]>>; errors: Errors }) {
  const rows = await listCategories(c.get('store').db)
  const form = sent ?? { typed: {}, errors: {} }
  return adminPage(c, { zh: '类别', en: 'Categories' }, <CategoriesPage rows={rows} {...form} />, sent ? 422 : 200)
}
