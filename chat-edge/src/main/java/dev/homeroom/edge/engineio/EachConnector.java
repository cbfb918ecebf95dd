package dev.homeroom.edge.engineio;

import java.util.EventListener;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.Container;

/** Gives a listener to each connector of a server: to those that it has, and to those that it is given later. */
record EachConnector(EventListener listener) implements Container.Listener {
    @Override
    public void beanAdded(Container parent, Object child) {
        if (child instanceof Connector connector) {
            connector.addEventListener(listener);
        }
    }

    @Override
    public void beanRemoved(Container parent, Object child) {
        if (child instanceof Connector connector) {
            connector.removeEventListener(listener);
        }
    }
}
