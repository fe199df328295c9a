import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ErrorPage } from '../../views/error.tsx'
import { StillWriting } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import type { Ctx } from './context.ts'
import { guards } from './guards.ts'
import { page } from './respond.tsx'

/** Absent and not allowed are one answer. */
export const notFound = (c: Ctx): Promise<Response> | Response =>
  problem(c, 404, {
    zh: '没有这个页面，或者您不能查看',
    en: 'There is no such page, or it is not yours to see',
  })

/** An answer that says what is wrong and what to do, as a page or as JSON. */
export function problem(c: Ctx, status: ContentfulStatusCode, what: Text): Promise<Response> | Response {
  if (c.req.path.startsWith('/api/')) return c.json({ error: what[c.get('lang')] }, status)
  const actor = c.get('actor')
  const ways = (['cases', 'reports'] as const).filter(way => actor && guards[way](actor))
  return page(c, { title: what, status }, <ErrorPage what={what} ways={ways} />)
}

export async function failed(error: Error, c: Ctx): Promise<Response> {
  if (error instanceof HTTPException) {
    const text = texts[error.status] ?? { zh: '请求不能处理', en: 'The request cannot be handled' }
    return error.status === 401 ? error.getResponse() : problem(c, error.status, text)
  }
  if (error instanceof StillWriting) {
    c.header('Retry-After', '60')
    return problem(c, 503, stillWriting)
  }
  // Whoever asked has left, and what was being made was stopped: nothing broke, and nobody reads an answer.
  if (c.req.raw.signal.aborted) return new Response(null, { status: 499 })
  console.error(
    JSON.stringify({
      level: 'error',
      at: c.get('now'),
      path: c.req.routePath,
      error: error.name,
      message: error.message,
      stack: error.stack,
    }),
  )
  return problem(c, 500, {
    zh: '系统出了问题，您填写的内容没有提交，请稍后再试',
    en: 'Something broke here and nothing was submitted; please try again later',
  })
}

const stillWriting = {
  zh: '有大批数据正在写入（例如导入台账），数字还没有算准，请过几分钟再打开',
  en: 'Many records are being written, an imported ledger perhaps, so the figures are not certain yet; open this again in a few minutes',
}

// prettier-ignore
const texts: Readonly<Record<number, Text>> = {
  400: { zh: '请求的格式不对', en: 'The request is malformed' },
  403: { zh: '这个请求不是从本站页面发出的，请返回页面重试', en: 'This request did not come from a page of this site; go back and try again' },
  413: { zh: '上传的内容太大，请减少附件', en: 'Too much was sent; attach less' },
  429: { zh: '尝试次数太多，请过几分钟再试', en: 'Too many tries; wait a few minutes' },
}
