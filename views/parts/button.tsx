import type { Child } from 'hono/jsx'

export type ButtonKind = 'primary' | 'secondary' | 'warning' | 'quiet'

/** Sends the form it stands in. `name` and `value` say which button was pressed. */
export const Button = (props: { children: Child; kind?: ButtonKind; name?: string; value?: string; form?: string }) => (
  <button type="submit" class={look(props.kind ?? 'primary')} name={props.name} value={props.value} form={props.form}>
    {props.children}
  </button>
)

/** A link that starts something, drawn as a button. */
export const ButtonLink = (props: { href: string; children: Child; kind?: ButtonKind; download?: boolean }) => (
  <a class={look(props.kind ?? 'secondary')} href={props.href} download={props.download}>
    {props.children}
  </a>
)

/** Shown only where app.js runs. */
export const PrintButton = (props: { children: Child }) => (
  <button type="button" class={look('secondary')} data-print>
    {props.children}
  </button>
)

/** Buttons side by side, the main one first; they wrap on a phone. */
export const Actions = (props: { children: Child }) => <div class="actions">{props.children}</div>

const look = (kind: ButtonKind) => `button button-${kind}`
