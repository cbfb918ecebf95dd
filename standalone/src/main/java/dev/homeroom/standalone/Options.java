package dev.homeroom.standalone;

import java.nio.file.Path;

/**
 * What the person who starts Homeroom asks for.
 *
 * @param host the address to listen on; {@code localhost} means every loopback address
 * @param port of the pages, the API and the sockets
 * @param data the folder that is kept across restarts
 * @param demo whether a new data folder gets the demo school
 * @param guests whether people may chat without a login
 */
record Options(String host, int port, Path data, boolean demo, boolean guests) {
    static final String LOOPBACK = "localhost";

    /** Where a browser on this machine finds it. */
    String address() {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        return "http://" + (everywhere ? LOOPBACK : inAddress(host)) + ":" + port;
    }

    /** RFC 3986, section 3.2.2: an IPv6 address stands in brackets. */
    private static String inAddress(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
