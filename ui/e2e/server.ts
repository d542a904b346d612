import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The program under test; `cargo xtask ui-test` names it. */
const WARES = process.env.WARES ?? '../target/debug/wares';

/** A server of its own, with a folder of its own, that can be killed and started again at the same place. */
export class Server {
  readonly data: string;
  url = '';
  private process: ChildProcess | undefined;

  private readonly environment: Record<string, string>;

  private constructor(data: string, environment: Record<string, string>) {
    this.data = data;
    this.environment = environment;
  }

  /** No language model is configured unless `environment` names one. */
  static async start(environment: Record<string, string> = {}): Promise<Server> {
    const server = new Server(await mkdtemp(join(tmpdir(), 'wares-e2e-')), environment);
    await server.begin('127.0.0.1:0');
    return server;
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    const process = this.process;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const ended = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await ended;
  }

  /** At the address where it was. */
  async again(): Promise<void> {
    await this.begin(new URL(this.url).host);
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.data, { recursive: true, force: true });
  }

  private begin(bind: string): Promise<void> {
    const process = spawn(WARES, ['serve', '--bind', bind, '--data', this.data], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: this.environment,
    });
    this.process = process;
    return new Promise((resolve, reject) => {
      let said = '';
      process.stderr?.on('data', (piece) => {
        said += piece;
        const url = /serving on (http:\/\/[^/]+)\//.exec(said)?.[1];
        if (url !== undefined) {
          this.url = url;
          resolve();
        }
      });
      process.once('error', reject);
      process.once('exit', () => reject(new Error(`the server did not start: ${said}`)));
    });
  }
}
