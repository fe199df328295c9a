import type { Child } from 'hono/jsx'

export type FormProps = {
  action: string
  children: Child
  id?: string
  /** Region redrawn with the answer; the whole page by default. */
  target?: string
  /** The form sends files. */
  files?: boolean
  /** Leaves htmx out: signing in, signing out, whatever changes the header. */
  plain?: boolean
}

/** A form that works alone; htmx only shortens the trip. One press sends once; 422 brings the form back in place. */
export function Form({ action, children, id, target = '#main', files, plain }: FormProps) {
  const shorter = plain ? {} : shorten(action, target, files)
  return (
    <form
      id={id}
      method="post"
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
      {...shorter}
    >
      {children}
    </form>
  )
}

/**
 * A whole page goes into the main region; any other region is picked out of the page by its id and replaced. A refusal
 * or a failure is a page of its own, without that region, and an address reached by failing is not worth going back to.
 */
function shorten(action: string, target: string, files = false) {
  const whole = 'innerHTML show:top'
  const failed = `push:false target:#main select:null swap:"${whole}"`
  const region = { 'hx-select': target, 'hx-swap': 'outerHTML', 'hx-status:422': 'push:false' }
  return {
    'hx-post': action,
    'hx-target': target,
    'hx-push-url': 'true',
    'hx-sync': 'this:drop',
    'hx-status:4xx': failed,
    'hx-status:5xx': failed,
    /** An old phone may need minutes for its photographs. */
    'hx-config': files ? 'timeout:0' : undefined,
    ...(target === '#main' ? { 'hx-swap': whole } : region),
  }
}
