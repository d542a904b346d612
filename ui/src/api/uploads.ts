import { asProblem, NoServer, Refused } from './client.ts';
import type { Upload } from './types.ts';

/**
 * Sends a file and tells how far it is, which `fetch` cannot.
 *
 * @param told is called with the share sent, 0 to 1.
 * @throws {Refused} when the server refuses, {NoServer} when it goes away, an `AbortError` when `signal` stops it.
 */
export function sendFile(file: Blob, name: string, told: (share: number) => void, signal: AbortSignal): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/uploads?name=${encodeURIComponent(name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => event.lengthComputable && told(event.loaded / event.total);
    request.onerror = () => reject(new NoServer());
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status === 201) resolve(body as Upload);
      else reject(new Refused(asProblem(body, request)));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
