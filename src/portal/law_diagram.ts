import { Graph, layout } from '@dagrejs/dagre'
import type { Lang, Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import type { DiagramNode, Drawing, Point } from '../../views/parts/diagram.tsx'

/** The states of a procedure and the acts between them, laid out from top to bottom. */
export function drawStates(procedure: Procedure, lang: Lang): Drawing {
  const graph = new Graph({ directed: true }).setGraph({
    rankdir: 'TB',
    nodesep: 28,
    ranksep: 34,
    marginx: 8,
    marginy: 8,
  })
  const nodes = nodesOf(procedure, lang)
  const edges = edgesOf(procedure)
  for (const node of nodes) graph.setNode(node.id, { ...sizeOf(node.lines, 15, 24), id: node.id })
  for (const { from, to, acts } of edges) {
    const lines = acts.map(act => act.title[lang])
    graph.setEdge(from, to, { ...sizeOf(lines, 13, 8), labelpos: 'c', lines })
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map(node => ({ ...node, ...sizeOf(node.lines, 15, 24), ...placeOf(graph.node(node.id)) })),
    edges: edges.map(({ from, to, acts }) => {
      const edge = graph.edge(from, to)
      return { points: edge.points ?? [], label: { ...placeOf(edge), lines: acts.map(act => act.title[lang]) } }
    }),
  }
}

function nodesOf(procedure: Procedure, lang: Lang): DiagramNode[] {
  const states = Object.entries(procedure.states).map(([id, state]): DiagramNode => ({
    id,
    lines: [state.title[lang]],
    kind: 'final' in state ? state.final : 'open',
  }))
  const isAny = edgesOf(procedure).some(({ from }) => from === 'anyOpen')
  const anyNode: DiagramNode[] = isAny ? [{ id: 'anyOpen', lines: [anyOpen[lang]], kind: 'any' }] : []
  return [{ id: 'start', lines: [start[lang]], kind: 'start' }, ...states, ...anyNode]
}

type Edge = { from: string; to: string; acts: Act[] }

/** One edge between two states, however many acts lead that way. */
function edgesOf(procedure: Procedure): Edge[] {
  const edges = new Map<string, Edge>()
  for (const act of Object.values(procedure.acts)) {
    for (const { from, to } of movesOf(act)) {
      const key = `${from}→${to}`
      edges.set(key, { from, to, acts: [...(edges.get(key)?.acts ?? []), act] })
    }
  }
  return [...edges.values()]
}

function movesOf({ on, from, to, completes }: Act): { from: string; to: string }[] {
  if (completes) return [completes]
  return on === 'assignment' || to === 'same' ? [] : oneOrMore(from).map(from => ({ from, to }))
}

/** Chinese characters are as wide as the type is high, others about half. */
function sizeOf(lines: readonly string[], type: number, padding: number) {
  const widthOf = (line: string) => [...line].reduce((sum, sign) => sum + (sign > '\u2e80' ? type : type * 0.56), 0)
  return { width: Math.ceil(Math.max(...lines.map(widthOf))) + padding, height: lines.length * 18 + padding / 2 }
}

const placeOf = ({ x = 0, y = 0 }: Partial<Point>): Point => ({ x, y })

const start: Text = { zh: '开始', en: 'Start' }
export const anyOpen: Text = { zh: '任何未结状态', en: 'Any open state' }
