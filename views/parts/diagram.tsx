import type { Text } from '../../src/law/words.ts'
import { useWords } from './words.tsx'
import type { Words } from './words.tsx'

export type Point = { x: number; y: number }
export type DiagramNode = {
  id: string
  lines: readonly string[]
  kind: 'start' | 'open' | 'closed' | 'otherwise' | 'any'
}
/** A laid-out drawing: nodes by their middle, edges as the points they pass, in the units of the drawing. */
export type Drawing = {
  width: number
  height: number
  nodes: readonly (DiagramNode & Point & { width: number; height: number })[]
  edges: readonly { points: readonly Point[]; label: Point & { lines: readonly string[] } }[]
}

/** Drawn on the server; what it shows stands in a table beside it for those who do not see it. */
export const Diagram = (props: { id: string; title: Words; says: Text; drawing: Drawing }) => {
  const { t } = useWords()
  const { width, height, nodes, edges } = props.drawing
  return (
    <figure class="diagram">
      <div class="diagram-scroll" role="region" aria-label={t(props.title)} tabindex={0}>
        <svg role="img" aria-label={t(props.says)} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
          <defs>
            <marker
              id={`${props.id}-tip`}
              viewBox="0 0 10 10"
              refX="9"
              refY="5"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
            >
              <path class="diagram-tip" d="M0 0 L10 5 L0 10 z" />
            </marker>
          </defs>
          {edges.map(({ points }) => (
            <path class="diagram-edge" d={curve(points)} marker-end={`url(#${props.id}-tip)`} />
          ))}
          {nodes.map(node => (
            <g class={`diagram-node diagram-${node.kind}`}>
              <rect
                x={node.x - node.width / 2}
                y={node.y - node.height / 2}
                width={node.width}
                height={node.height}
                rx={node.kind === 'start' ? node.height / 2 : 4}
              />
              <Lines lines={node.lines} x={node.x} y={node.y} kind="node" />
            </g>
          ))}
          {edges.map(({ label }) => (
            <Lines {...label} kind="edge" />
          ))}
        </svg>
      </div>
    </figure>
  )
}

/** Lines of text around a middle. */
const Lines = (props: { lines: readonly string[]; x: number; y: number; kind: 'node' | 'edge' }) => (
  <>
    {props.lines.map((line, i) => (
      <text
        class={`diagram-${props.kind}-text`}
        x={props.x}
        y={props.y + (i - (props.lines.length - 1) / 2) * lineHeight}
      >
        {line}
      </text>
    ))}
  </>
)

export const lineHeight = 18

/** Through the middles between its points, bent towards them. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  const bends = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1] ?? point
    const isLast = i === rest.length - 2
    const end = isLast ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    return `Q${round(point.x)} ${round(point.y)} ${round(end.x)} ${round(end.y)}`
  })
  const last = rest.at(-1)
  const straight = rest.length === 1 && last ? [`L${round(last.x)} ${round(last.y)}`] : []
  return [`M${round(first.x)} ${round(first.y)}`, ...bends, ...straight].join(' ')
}

const round = (n: number) => Math.round(n * 10) / 10
