import NextAuth from 'next-auth'
import { authOptions } from '@/lib/web/auth-options'

/** next-auth's own routes. The options are made a request at a time: the environment is not there yet while building. */
async function handler(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  return (await NextAuth(request as never, context as never, authOptions())) as Response
}

export { handler as GET, handler as POST }
