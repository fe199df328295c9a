import { createQueryId } from 'kysely'
import type { CompiledQuery, KyselyPlugin, RootOperationNode } from 'kysely'
import type { Store } from '../../src/db/open.ts'

/** A store that remembers every query put to it. */
export function overheard(store: Store): { store: Store; heard: () => CompiledQuery[] } {
  const nodes: RootOperationNode[] = []
  const listen: KyselyPlugin = {
    transformQuery: ({ node }) => {
      nodes.push(node)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const compile = (node: RootOperationNode) => store.db.getExecutor().compileQuery(node, createQueryId())
  return {
    store: { ...store, db: store.db.withPlugin(listen), reader: store.reader.withPlugin(listen) },
    heard: () => nodes.splice(0).map(compile),
  }
}

const big = '(cases|events|facts|deadlines|texts|case_organs)'
/** A whole table read from end to end, rather than a few rows found by an index. */
const scans = [new RegExp(`^SCAN ${big}$`), /^SCAN (events|facts)\b/, new RegExp(`Seq Scan on ${big}\\b`)]

/** The plans of these queries that read a big table from end to end. */
export async function scansIn(store: Store, queries: readonly CompiledQuery[]): Promise<string[]> {
  const found = new Map<string, string>()
  for (const query of new Map(queries.map(query => [query.sql, query])).values()) {
    if (!/^\s*(select|with)\b/i.test(query.sql)) continue
    const plan = await store.dialect.explain(store.db, { compile: () => query })
    const lines = plan.map(line => line.trim()).filter(line => scans.some(scan => scan.test(line)))
    for (const line of lines.map(line => line.replace(/ {2}\(cost.*/, '')))
      found.set(line, found.get(line) ?? query.sql.replaceAll(/\s+/g, ' ').slice(0, 200))
  }
  return [...found].map(([line, text]) => `${line}   ← ${text}`)
}
