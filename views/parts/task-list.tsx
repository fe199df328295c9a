import { Tag } from './tag.tsx'
import { Say, useWords } from './words.tsx'
import type { Words } from './words.tsx'

export type Task = {
  title: Words
  done: boolean
  /** Where to do it; left out for someone who may not. */
  href?: string | undefined
  /** What is asked for, or under which article. */
  note?: Words | undefined
}

/** What is still missing before the next step, and what is there. */
export function TaskList(props: { tasks: readonly Task[] }) {
  const { t } = useWords()
  const done = props.tasks.filter(task => task.done).length
  const all = props.tasks.length
  return (
    <div class="task-list">
      <p>
        {t({
          zh: `共 ${all} 项，已具备 ${done} 项，还缺 ${all - done} 项。`,
          en: `${done} of ${all} ready, ${all - done} missing.`,
        })}
      </p>
      <ul>
        {props.tasks.map(task => (
          <li>
            <span class="task-title">
              {task.href ? (
                <a href={task.href}>
                  <Say words={task.title} />
                </a>
              ) : (
                <Say words={task.title} />
              )}
            </span>
            {task.done ? (
              <Tag words={{ zh: '已具备', en: 'Ready' }} tone="done" />
            ) : (
              <Tag words={{ zh: '还缺', en: 'Missing' }} tone="attention" />
            )}
            {task.note && (
              <p class="task-note">
                <Say words={task.note} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
