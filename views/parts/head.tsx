import { urls } from '../../src/http/urls.ts'
import type { LayoutProps } from '../layout.tsx'
import { Say, T, useWords } from './words.tsx'

/** Who runs this, who is signed in, where one can go. */
export function Head(props: LayoutProps) {
  const { t } = useWords()
  const { nav = [] } = props
  return (
    <header class="head">
      <div class="head-inner">
        <a class="wordmark" href={urls.home()}>
          <span class="wordmark-name" lang="zh">
            办结
          </span>{' '}
          <span class="wordmark-district">
            <Say words={props.district} />
          </span>
        </a>
        <div class="head-tools">
          <Preference name="lang" {...props} />
          <Preference name="type" {...props} />
          {props.person && <SignedIn person={props.person} unread={props.unread} />}
        </div>
      </div>
      {nav.length > 0 && (
        <nav class="head-nav" aria-label={t({ zh: '主要栏目', en: 'Main' })}>
          <ul>
            {nav.map(link => (
              <li>
                <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                  <Say words={link.text} />
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

/** One press, one preference; the page that comes back is this one. */
export function Preference(props: { name: 'lang' | 'type' | 'keys' } & LayoutProps) {
  const { value, text, lang } = choice[props.name](props)
  return (
    <form class="preference" method="post" action={urls.preferences()}>
      <input type="hidden" name="back" value={props.path} />
      <button type="submit" class="button-plain" name={props.name} value={value} lang={lang}>
        {lang ? text.zh : <Say words={text} />}
      </button>
    </form>
  )
}

/** The button says what it leads to; the language's own name is written in that language. */
const choice = {
  lang: ({ lang }: LayoutProps) =>
    lang === 'zh'
      ? { value: 'en', text: { zh: 'English', en: 'English' }, lang: 'en' }
      : { value: 'zh', text: { zh: '中文', en: '中文' }, lang: 'zh-CN' },
  type: ({ larger }: LayoutProps) => ({
    value: larger ? 'standard' : 'larger',
    text: larger ? { zh: '标准字号', en: 'Standard type' } : { zh: '大字版', en: 'Larger type' },
    lang: undefined,
  }),
  keys: ({ keys }: LayoutProps) => ({
    value: keys ? 'off' : 'on',
    text: keys ? { zh: '关闭快捷键', en: 'Turn shortcuts off' } : { zh: '开启快捷键', en: 'Turn shortcuts on' },
    lang: undefined,
  }),
}

const SignedIn = (props: { person: NonNullable<LayoutProps['person']>; unread: number | undefined }) => (
  <>
    {props.unread !== undefined && (
      <a class="head-notices" href={urls.notices()}>
        <T zh="消息" en="Notices" />
        {props.unread > 0 && (
          <span class="unread">
            <T zh={` ${atMost99(props.unread)} 条未读`} en={` ${atMost99(props.unread)} unread`} />
          </span>
        )}
      </a>
    )}
    <span class="head-person">
      <Say words={props.person.organ ? `${props.person.organ} ${props.person.name}` : props.person.name} />
    </span>
    <form method="post" action={urls.logout()}>
      <button type="submit" class="button-plain">
        <T zh="退出" en="Sign out" />
      </button>
    </form>
  </>
)

const atMost99 = (count: number) => (count > 99 ? '99+' : String(count))
