/* SPDX-License-Identifier: MIT */
/*
 * The floor of the kernel: sends every datagram back, and does not answer an ACK.
 *   echo PORT
 */
#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static int open_socket(const char *port)
{
	struct sockaddr_in own = {.sin_family = AF_INET};
	int fd = socket(AF_INET, SOCK_DGRAM, 0);
	int size = 262144; /* what Kamailio asks for */

	own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	own.sin_port = htons((uint16_t)atoi(port));
	setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
	if(bind(fd, (struct sockaddr *)&own, sizeof(own)) < 0) {
		perror("echo: bind");
		exit(1);
	}
	return fd;
}

int main(int argc, char **argv)
{
	struct sockaddr_in from;
	char msg[65536];
	ssize_t n;
	int fd;

	if(argc != 2) {
		fputs("echo: which port?\n", stderr);
		return 2;
	}
	fd = open_socket(argv[1]);
	for(;;) {
		socklen_t len = sizeof(from);

		n = recvfrom(fd, msg, sizeof(msg), 0, (struct sockaddr *)&from, &len);
		if(n <= 0 || (n > 4 && memcmp(msg, "ACK ", 4) == 0))
			continue;
		sendto(fd, msg, (size_t)n, 0, (struct sockaddr *)&from, len);
	}
}
