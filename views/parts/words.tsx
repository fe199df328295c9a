import { createContext, useContext } from 'hono/jsx'
import type { Child } from 'hono/jsx'
import { inLang } from '../../src/law/words.ts'
import type { Lang, Text } from '../../src/law/words.ts'

/** A text of the interface in both languages, or a string as it came: a name, a typed value, a message already in one. */
export type Words = Text | string

/** Everything inside speaks this language. */
export const Speak = (props: { lang: Lang; children?: Child }) => (
  <Speech.Provider value={props.lang}>{props.children}</Speech.Provider>
)

/** Call it at the top of a synchronous component: an async one has lost the context. */
export function useWords() {
  const lang = useContext(Speech)
  return { lang, t: (words: Words): string => (typeof words === 'string' ? words : inLang(words, lang)) }
}

/** A sentence of the interface, written where it stands. */
export const T = (text: Text) => <>{useWords().t(text)}</>

/** Words as an element's content; Chinese words on an English page carry their language. */
export function Say(props: { words: Words }) {
  const { lang, t } = useWords()
  const said = t(props.words)
  return lang === 'en' && isChinese(said) ? <span lang="zh">{said}</span> : <>{said}</>
}

/** What a person wrote: never translated, line breaks kept, whatever direction it runs in. */
export const Typed = (props: { text: string; inline?: boolean }) =>
  props.inline ? (
    <bdi class="typed" lang="zh" dir="auto">
      {props.text}
    </bdi>
  ) : (
    <div class="typed" lang="zh" dir="auto">
      {props.text}
    </div>
  )

const Speech = createContext<Lang>('zh')

const isChinese = (said: string) => /\p{Script=Han}/u.test(said)
