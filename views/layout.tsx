import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Lang } from '../src/law/words.ts'
import { asset } from '../src/http/urls.ts'
import { Foot } from './parts/foot.tsx'
import { Head } from './parts/head.tsx'
import { Speak, T, useWords } from './parts/words.tsx'
import type { Words } from './parts/words.tsx'

export type NavLink = { href: string; text: Words; current: boolean }

export type LayoutProps = {
  lang: Lang
  title: Words
  /** Path and query of this page: where the preference forms come back to. */
  path: string
  /** As set up: 某某区. */
  district: string
  nav?: readonly NavLink[] | undefined
  person?: { name: string; organ?: string | undefined } | undefined
  unread?: number | undefined
  /** Tables and queues use the whole screen; reading and filling in do not. */
  wide?: boolean | undefined
  /** The larger type is on. */
  larger?: boolean | undefined
  /** Single-key shortcuts; undefined offers none. */
  keys?: boolean | undefined
  children?: Child
}

/** The whole document around a page. Officials get dense rows, citizens large targets. */
export const Layout = (props: LayoutProps) => (
  <Speak lang={props.lang}>
    {raw('<!DOCTYPE html>')}
    <html
      lang={props.lang === 'zh' ? 'zh-CN' : 'en'}
      data-type={props.larger ? 'larger' : undefined}
      data-keys={props.keys ? 'on' : undefined}
    >
      <Meta title={props.title} />
      <body class={props.person ? 'office' : 'citizen'}>
        <a class="skip-link" href="#main">
          <T zh="跳到正文" en="Skip to content" />
        </a>
        <Head {...props} />
        <NotSent />
        <main id="main" class={props.wide ? 'main main-wide' : 'main'} tabindex={-1}>
          {props.children}
        </main>
        <Foot {...props} />
      </body>
    </html>
  </Speak>
)

const Meta = (props: { title: Words }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="format-detection" content="telephone=no" />
    <meta name="htmx-config" content={JSON.stringify(htmx)} />
    <title>{useWords().t(props.title)} · 办结</title>
    <link rel="icon" href={asset('icons/favicon.svg')} type="image/svg+xml" />
    <link rel="stylesheet" href={asset('css/app.css')} />
    <script src={asset('js/htmx.js')} defer></script>
    <script src={asset('js/app.js')} type="module"></script>
  </head>
)

/**
 * htmx 4 swaps every answer but 204 and 304, so 422 needs nothing. Going back asks the server again: a part fetched by
 * htmx must never stand where a whole page was. Its style sheet stays out; `hx-on`, `js:` and `[filters]` would need eval.
 */
const htmx = { history: 'reload', includeIndicatorCSS: false, noSwap: [204, 304], extensions: 'none' }

/** app.js shows it when a request got no answer at all. */
const NotSent = () => (
  <div id="not-sent" class="notice notice-error" role="alert" hidden>
    <p>
      <T
        zh="没有收到服务器的答复，刚才的操作可能没有完成。您填写的内容还在这一页；请检查网络，再试一次。"
        en="The server did not answer, so this may not have been done. What you typed is still on this page; check the network and try again."
      />
    </p>
  </div>
)
