// The live feed: server-sent events read with fetch, for EventSource can send no Authorization header. Comes back by itself after every break and resumes
// behind the last event that it saw; when the server cannot tell what was missed it says "reset", and the page reads its lists anew.

const silence = 60_000;                          // the server sends a sign of life far more often
const pauses = [250, 1_000, 2_000, 5_000, 10_000];

/** Follows a feed until `stop()` is called. `onState` hears "live" and "waiting"; `onRefused` hears an answer that trying again cannot mend. */
export function follow(path, { headers = () => ({}), onEvent, onState = () => {}, onRefused = () => {} }) {
  let stopped = false;
  let connection = null;
  let last = null;
  let failures = 0;
  let wake = () => {};

  const pause = () => new Promise(resolve => {
    const wait = pauses[Math.min(failures - 1, pauses.length - 1)];
    const timer = setTimeout(resolve, wait + Math.random() * wait / 2);
    wake = () => { clearTimeout(timer); resolve(); };
  });

  const connect = async () => {
    connection = new AbortController();
    let watchdog = setTimeout(() => connection.abort(), silence);
    try {
      const response = await fetch(path, {
        headers: { Accept: 'text/event-stream', ...(last === null ? {} : { 'Last-Event-ID': last }), ...headers() },
        cache: 'no-store',
        signal: connection.signal,
      });
      if (!response.ok) {
        const transient = response.status === 429 || response.status >= 500;
        if (!transient) {
          stopped = true;
          onRefused(response.status);
        }

        return;
      }

      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      for (;;) {
        const { value, done } = await reader.read();
        if (done) {
          return;
        }

        clearTimeout(watchdog);
        watchdog = setTimeout(() => connection.abort(), silence);
        text += value;
        let end;
        while ((end = text.search(/\r?\n\r?\n/)) >= 0) {
          const message = parse(text.slice(0, end));
          text = text.slice(end).replace(/^\r?\n\r?\n/, '');
          if (message) {
            last = message.id ?? last;
            failures = 0;
            onState('live');
            deliver(onEvent, message.data);
          }
        }
      }
    } finally {
      clearTimeout(watchdog);
    }
  };

  const run = async () => {
    while (!stopped) {
      try {
        await connect();
      } catch (error) {
        if (!(error instanceof TypeError || error.name === 'AbortError')) {
          throw error;
        }
      }

      if (!stopped) {
        failures++;
        onState('waiting');
        await pause();
      }
    }
  };

  const online = () => wake();
  addEventListener('online', online);
  run();
  return {
    stop() {
      stopped = true;
      removeEventListener('online', online);
      connection?.abort();
      wake();
    },
  };
}

// A fault of the page must not pass for a fault of the network.
function deliver(onEvent, data) {
  try {
    onEvent(data);
  } catch (error) {
    reportError(error);
  }
}

function parse(block) {
  let id = null;
  let data = '';
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith('id:')) {
      id = line.slice(3).trim();
    } else if (line.startsWith('data:')) {
      data += line.slice(5).trimStart();
    }
  }

  return data ? { id, data: JSON.parse(data) } : null;
}
