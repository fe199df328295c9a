import { Hono } from 'hono'
import type { Env } from '../http/context.ts'
import { password } from './password_routes.tsx'
import { setup } from './setup_routes.tsx'
import { signIn } from './sign_in_routes.tsx'

export const routes = new Hono<Env>().route('/', signIn).route('/', password).route('/', setup)
