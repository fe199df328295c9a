import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Layout } from '../../views/layout.tsx'
import { Speak } from '../../views/parts/words.tsx'
import type { Words } from '../../views/parts/words.tsx'
import type { Ctx } from './context.ts'
import { frameOf } from './frame.ts'

type Page = { title: Words; wide?: boolean; status?: ContentfulStatusCode }

/** A whole page; for htmx the same without the layout, and its title, so that one address has one markup. */
export async function page(c: Ctx, { title, wide, status = 200 }: Page, body: Child): Promise<Response> {
  const lang = c.get('lang')
  c.header('Vary', 'HX-Request, Cookie')
  c.header('Cache-Control', 'no-store')
  if (c.req.header('HX-Request') === 'true') {
    return c.html(
      <Speak lang={lang}>
        <title>{typeof title === 'string' ? title : title[lang]} · 办结</title>
        {body}
      </Speak>,
      status,
    )
  }
  const frame = await frameOf(c)
  return c.html(
    <Layout lang={lang} title={title} wide={wide} {...frame}>
      {body}
    </Layout>,
    status,
  )
}

/** After a form that did its work: the browser, with htmx or without, goes to the page. */
export const goTo = (c: Ctx, url: string): Response => c.redirect(url, 303)
