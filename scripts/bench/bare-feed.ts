// The least a live feed can be: node:http holds the streams, and a loop writes each event to all of them.
import http from 'node:http';

const clients = new Set<http.ServerResponse>();
let lastId = 0;

const server = http.createServer((request, response) => {
  if (request.method === 'POST') {
    lastId += 1;
    const event = `id: ${lastId}\nevent: news\ndata: {"noun":"presence","nounId":"one"}\n\n`;
    for (const client of clients) client.write(event);
    response.writeHead(200).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.write('retry: 1000\n\n');
  clients.add(response);
  request.once('close', () => clients.delete(response));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send!({ port: typeof address === 'object' ? address!.port : 0 });
});
process.once('disconnect', () => process.exit(0));
