/*
 * The floor: what a broadcast costs where nothing is done but the broadcast. One thread, one epoll loop, no broker, no
 * store, no login, no pings. It speaks as much of WebSocket (RFC 6455), Engine.IO and Socket.IO as the load generator
 * needs: one frame at a time, masked, of a kind that it expects.
 *
 * usage: floor PORT each|together
 *   each      every delivery is a write of its own
 *   together  what one turn of the loop has for a connection goes out in one write
 *
 * Says "ready" on standard output once it listens, and ends when its standard input does.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { EVENTS = 512, READ_BYTES = 65536, MOST_WAITING = 64 << 20, MOST_TEXT = 60000 };

struct buffer {
    char *bytes;
    size_t length, room;
};

struct connection;

struct room {
    char name[64];
    struct connection **members;
    size_t count, space;
    struct room *next;
};

struct connection {
    int fd;
    int upgraded, waits_for_writing, is_dirty, is_dead;
    struct buffer in, out;
    struct room *room;
    struct connection *next_dead;
};

static int epoll_fd, together;
static struct room *rooms;
static struct connection **dirty, *dead;
static size_t dirty_count, dirty_space;
static unsigned long long sequence;

static void *grown(void *memory, size_t bytes) {
    void *more = realloc(memory, bytes);
    if (more == NULL) {
        perror("floor");
        exit(1);
    }
    return more;
}

static void append(struct buffer *buffer, const char *bytes, size_t length) {
    if (buffer->length + length > buffer->room) {
        buffer->room = (buffer->length + length) * 2;
        buffer->bytes = grown(buffer->bytes, buffer->room);
    }
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
}

static void consume(struct buffer *buffer, size_t length) {
    buffer->length -= length;
    memmove(buffer->bytes, buffer->bytes + length, buffer->length);
    if (buffer->length == 0) {
        free(buffer->bytes);
        *buffer = (struct buffer){0};
    }
}

/* SHA-1 (RFC 3174), for the handshake alone. */
static uint32_t rotated(uint32_t word, int by) {
    return word << by | word >> (32 - by);
}

static void sha1(const char *text, size_t length, unsigned char digest[20]) {
    uint32_t h[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    unsigned char block[192] = {0};
    size_t padded = (length + 8) / 64 * 64 + 64;
    memcpy(block, text, length);
    block[length] = 0x80;
    for (int i = 0; i < 8; i++) block[padded - 1 - i] = (unsigned char)((uint64_t)length * 8 >> 8 * i);
    for (size_t at = 0; at < padded; at += 64) {
        uint32_t w[80], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
        for (int i = 0; i < 16; i++) {
            const unsigned char *p = block + at + 4 * i;
            w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
        }
        for (int i = 16; i < 80; i++) w[i] = rotated(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
        for (int i = 0; i < 80; i++) {
            uint32_t f = i < 20   ? (b & c) | (~b & d)
                         : i < 40 ? b ^ c ^ d
                         : i < 60 ? (b & c) | (b & d) | (c & d)
                                  : b ^ c ^ d;
            static const uint32_t k[] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
            uint32_t next = rotated(a, 5) + f + e + k[i / 20] + w[i];
            e = d, d = c, c = rotated(b, 30), b = a, a = next;
        }
        h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
    }
    for (int i = 0; i < 20; i++) digest[i] = (unsigned char)(h[i / 4] >> (24 - 8 * (i % 4)));
}

static void base64(const unsigned char *bytes, size_t length, char *text) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < length; i += 3) {
        uint32_t three = (uint32_t)bytes[i] << 16 | (i + 1 < length ? bytes[i + 1] << 8 : 0) |
                         (i + 2 < length ? bytes[i + 2] : 0);
        for (int j = 0; j < 4; j++) *text++ = i + j <= length ? digits[three >> (18 - 6 * j) & 63] : '=';
    }
    *text = 0;
}

static void watch(struct connection *connection, int writing) {
    struct epoll_event event = {.events = EPOLLIN | (writing ? EPOLLOUT : 0), .data.ptr = connection};
    epoll_ctl(epoll_fd, EPOLL_CTL_MOD, connection->fd, &event);
    connection->waits_for_writing = writing;
}

/* It is freed when the turn of the loop is over, since events and lists may still name it. */
static void end(struct connection *connection) {
    if (connection->is_dead) return;
    connection->is_dead = 1;
    connection->next_dead = dead;
    dead = connection;
    struct room *room = connection->room;
    for (size_t i = 0; room != NULL && i < room->count; i++) {
        if (room->members[i] == connection) {
            room->members[i] = room->members[--room->count];
            break;
        }
    }
}

static void flush_out(struct connection *connection) {
    while (connection->out.length > 0) {
        ssize_t sent = send(connection->fd, connection->out.bytes, connection->out.length, MSG_NOSIGNAL);
        if (sent < 0) {
            if (errno != EAGAIN && errno != EINTR) end(connection);
            break;
        }
        consume(&connection->out, (size_t)sent);
    }
    int writing = connection->out.length > 0;
    if (writing != connection->waits_for_writing) watch(connection, writing);
}

static void deliver(struct connection *connection, const char *frame, size_t length) {
    if (together) {
        append(&connection->out, frame, length);
        if (!connection->is_dirty) {
            connection->is_dirty = 1;
            if (dirty_count == dirty_space) {
                dirty_space = dirty_space * 2 + 64;
                dirty = grown(dirty, dirty_space * sizeof *dirty);
            }
            dirty[dirty_count++] = connection;
        }
        return;
    }
    size_t sent = 0;
    if (connection->out.length == 0) {
        ssize_t written = send(connection->fd, frame, length, MSG_NOSIGNAL);
        if (written < 0 && errno != EAGAIN) {
            end(connection);
            return;
        }
        sent = written < 0 ? 0 : (size_t)written;
    }
    if (sent < length) {
        append(&connection->out, frame + sent, length - sent);
        if (!connection->waits_for_writing) watch(connection, 1);
    }
    if (connection->out.length > MOST_WAITING) end(connection);
}

/* Puts the header of an unmasked text frame before what stands at start + 4. Returns where the frame begins. */
static char *framed(char *start, size_t text, size_t *length) {
    if (text < 126) {
        start[2] = (char)0x81;
        start[3] = (char)text;
        *length = text + 2;
        return start + 2;
    }
    start[0] = (char)0x81;
    start[1] = 126;
    start[2] = (char)(text >> 8);
    start[3] = (char)text;
    *length = text + 4;
    return start;
}

static void send_text(struct connection *connection, char *start, int text) {
    size_t length;
    char *frame = framed(start, (size_t)text, &length);
    deliver(connection, frame, length);
}

/* What a JSON object in the text has as a string, with its escapes; the key comes with quotes and colon. */
static const char *string_of(const char *text, const char *key, int *length) {
    const char *value = strstr(text, key);
    *length = 0;
    if (value == NULL) return "";
    value += strlen(key);
    const char *at = value;
    while (*at && *at != '"') at += *at == '\\' && at[1] ? 2 : 1;
    *length = (int)(at - value);
    return value;
}

static struct room *room_named(const char *name, int length) {
    for (struct room *room = rooms; room != NULL; room = room->next) {
        if ((int)strlen(room->name) == length && memcmp(room->name, name, (size_t)length) == 0) return room;
    }
    struct room *room = grown(NULL, sizeof *room);
    *room = (struct room){.next = rooms};
    memcpy(room->name, name, (size_t)length);
    return rooms = room;
}

static void enter(struct connection *connection, long id, const char *text) {
    int length;
    const char *name = string_of(text, "\"room\":\"", &length);
    if (length == 0 || length >= 64 || connection->room != NULL) {
        end(connection);
        return;
    }
    struct room *room = connection->room = room_named(name, length);
    if (room->count == room->space) {
        room->space = room->space * 2 + 8;
        room->members = grown(room->members, room->space * sizeof *room->members);
    }
    room->members[room->count++] = connection;
    char answer[512];
    int written = snprintf(answer + 4, sizeof answer - 4,
                           "43%ld[{\"ok\":true,\"room\":\"%s\",\"users\":[],\"cursor\":\"%039llu\"}]", id, room->name,
                           sequence);
    send_text(connection, answer, written);
}

/* As long as a message of Homeroom's, so that as many bytes are written. */
static void broadcast(struct connection *from, long id, const char *text) {
    static char frame[MOST_TEXT + 1024];
    struct room *room = from->room;
    if (room == NULL) {
        end(from);
        return;
    }
    int message_length, message_id_length;
    const char *message = string_of(text, "\"message\":\"", &message_length);
    const char *message_id = string_of(text, "\"id\":\"", &message_id_length);
    sequence++;
    int written = snprintf(frame + 4, sizeof frame - 4,
                           "42[\"new_message\",{\"id\":\"%.*s\",\"room\":\"%s\","
                           "\"client_id\":\"%.*s\",\"user_id\":\"019ad000-0000-7000-8000-000000000000\",\"username\":\"bench-00\","
                           "\"message\":\"%.*s\",\"sent_at\":\"2026-03-02T10:00:00.000Z\","
                           "\"cursor\":\"%039llu\"},\"%039llu\"]",
                           message_id_length, message_id, room->name, message_id_length, message_id, message_length, message,
                           sequence, sequence);
    if (written >= (int)sizeof frame - 4) {
        end(from);
        return;
    }
    size_t length;
    char *start = framed(frame, (size_t)written, &length);
    for (size_t i = room->count; i-- > 0;) deliver(room->members[i], start, length);
    char answer[512];
    written = snprintf(answer + 4, sizeof answer - 4,
                       "43%ld[{\"ok\":true,\"id\":\"%.*s\",\"cursor\":\"%039llu\","
                       "\"sent_at\":\"2026-03-02T10:00:00.000Z\"}]",
                       id, message_id_length > 64 ? 64 : message_id_length, message_id, sequence);
    send_text(from, answer, written);
}

static void packet(struct connection *connection, const char *text) {
    if (strncmp(text, "40", 2) == 0) {
        char answer[64];
        send_text(connection, answer, snprintf(answer + 4, sizeof answer - 4, "40{\"sid\":\"%d\"}", connection->fd));
    } else if (strncmp(text, "41", 2) == 0) {
        end(connection);
    } else if (strncmp(text, "42", 2) == 0) {
        char *event;
        long id = strtol(text + 2, &event, 10);
        if (strncmp(event, "[\"enter_room\"", 13) == 0) enter(connection, id, event);
        if (strncmp(event, "[\"send_message\"", 15) == 0) broadcast(connection, id, event);
    }
}

/* Takes one frame from what has been read; false if it is not whole yet. */
static int take_frame(struct connection *connection) {
    static char text[MOST_TEXT + 1];
    unsigned char *bytes = (unsigned char *)connection->in.bytes;
    if (connection->in.length < 6) return 0;
    size_t header = 2, length = bytes[1] & 127;
    if (length == 127) {
        end(connection);
        return 0;
    }
    if (length == 126) {
        header = 4;
        length = (size_t)bytes[2] << 8 | bytes[3];
    }
    if (length > MOST_TEXT) {
        end(connection);
        return 0;
    }
    if (connection->in.length < header + 4 + length) return 0;
    for (size_t i = 0; i < length; i++) text[i] = (char)(bytes[header + 4 + i] ^ bytes[header + (i & 3)]);
    text[length] = 0;
    int kind = bytes[0] & 15;
    consume(&connection->in, header + 4 + length);
    if (kind == 1) packet(connection, text);
    if (kind == 8) end(connection);
    return !connection->is_dead;
}

static int take_handshake(struct connection *connection) {
    append(&connection->in, "", 1);
    char *end_of_head = strstr(connection->in.bytes, "\r\n\r\n");
    connection->in.length--;
    if (end_of_head == NULL) return 0;
    const char *key = strcasestr(connection->in.bytes, "\r\nSec-WebSocket-Key:");
    char joined[128], accept[32];
    unsigned char digest[20];
    if (key == NULL || sscanf(key + 20, " %60[^\r\n ]", joined) != 1) {
        end(connection);
        return 0;
    }
    strcat(joined, "258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    sha1(joined, strlen(joined), digest);
    base64(digest, sizeof digest, accept);
    char answer[256];
    int length = snprintf(answer, sizeof answer,
                          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Accept: %s\r\n\r\n",
                          accept);
    deliver(connection, answer, (size_t)length);
    char open[256];
    length = snprintf(open + 4, sizeof open - 4,
                      "0{\"sid\":\"%d\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,"
                      "\"maxPayload\":1000000}",
                      connection->fd);
    send_text(connection, open, length);
    connection->upgraded = 1;
    consume(&connection->in, (size_t)(end_of_head + 4 - connection->in.bytes));
    return 1;
}

static void read_from(struct connection *connection) {
    static char bytes[READ_BYTES];
    ssize_t length = recv(connection->fd, bytes, sizeof bytes, 0);
    if (length <= 0) {
        if (length == 0 || (errno != EAGAIN && errno != EINTR)) end(connection);
        return;
    }
    append(&connection->in, bytes, (size_t)length);
    if (connection->upgraded || take_handshake(connection)) {
        while (!connection->is_dead && take_frame(connection)) {
        }
    }
}

static void accept_all(int listener) {
    int fd;
    while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        int on = 1;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        struct connection *connection = grown(NULL, sizeof *connection);
        *connection = (struct connection){.fd = fd};
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
        epoll_ctl(epoll_fd, EPOLL_CTL_ADD, fd, &event);
    }
    if (errno != EAGAIN && errno != ECONNABORTED && errno != EINTR) {
        perror("floor");
        exit(1);
    }
}

static int listening(int port) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(fd, 4096) < 0) {
        perror("floor");
        exit(1);
    }
    return fd;
}

static void flush_dirty(void) {
    for (size_t i = 0; i < dirty_count; i++) {
        struct connection *connection = dirty[i];
        connection->is_dirty = 0;
        if (!connection->is_dead) flush_out(connection);
        if (connection->out.length > MOST_WAITING) end(connection);
    }
    dirty_count = 0;
}

static void bury_dead(void) {
    while (dead != NULL) {
        struct connection *connection = dead;
        dead = connection->next_dead;
        close(connection->fd);
        free(connection->in.bytes);
        free(connection->out.bytes);
        free(connection);
    }
}

int main(int count, char **words) {
    if (count != 3 || (strcmp(words[2], "each") && strcmp(words[2], "together"))) {
        fprintf(stderr, "usage: floor PORT each|together\n");
        return 2;
    }
    together = strcmp(words[2], "together") == 0;
    int listener = listening(atoi(words[1]));
    epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = &listener};
    epoll_ctl(epoll_fd, EPOLL_CTL_ADD, listener, &event);
    event.data.ptr = &event;
    epoll_ctl(epoll_fd, EPOLL_CTL_ADD, STDIN_FILENO, &event);
    puts("ready");
    fflush(stdout);
    struct epoll_event events[EVENTS];
    for (;;) {
        int ready = epoll_wait(epoll_fd, events, EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            if (events[i].data.ptr == &event) {
                char ignored[256];
                if (read(STDIN_FILENO, ignored, sizeof ignored) <= 0) return 0;
            } else if (events[i].data.ptr == &listener) {
                accept_all(listener);
            } else {
                struct connection *connection = events[i].data.ptr;
                if (connection->is_dead) continue;
                if (events[i].events & EPOLLOUT) flush_out(connection);
                if (!connection->is_dead && events[i].events & ~(uint32_t)EPOLLOUT) read_from(connection);
            }
        }
        flush_dirty();
        bury_dead();
    }
}
