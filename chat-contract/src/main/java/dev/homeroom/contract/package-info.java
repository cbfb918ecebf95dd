/** The records on Homeroom's Kafka topics: their types, codecs and schemas, the topics' names, and positions in them. */
@NullMarked
package dev.homeroom.contract;

import org.jspecify.annotations.NullMarked;
