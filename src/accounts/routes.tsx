import { Hono } from 'hono'
import type { Env } from '../http/context.ts'
import { signIn } from './sign_in_routes.tsx'

export const routes = new Hono<Env>().route('/', signIn)
