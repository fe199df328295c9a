import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Ctx } from '../http/context.ts'

/** Cookies that live as long as the browser's window, unreadable to scripts. They hold no personal data. */
export const readCookie = (c: Ctx, name: CookieName): string | undefined => getCookie(c, name)

export function giveCookie(c: Ctx, name: CookieName, value: string, seconds?: number): void {
  setCookie(c, name, value, {
    path: paths[name],
    httpOnly: true,
    sameSite: 'Lax',
    secure: (c.get('publicUrl') ?? c.req.url).startsWith('https:'),
    ...(seconds !== undefined && { maxAge: seconds }),
  })
}

export const takeCookie = (c: Ctx, name: CookieName) => deleteCookie(c, name, { path: paths[name] })

const paths = { draft: '/', tracking: '/track' } as const
type CookieName = keyof typeof paths
