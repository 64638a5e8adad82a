package io.github.dbsync.maven;

import io.github.dbsync.embedded.EmbeddedPostgresServer;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * The embedded servers of one run of Maven, one for each folder, shared by all its modules and goals. They run until Maven's
 * session ends, so that the phases after this goal can use them.
 */
final class SessionServers {

    private final Map<Path, EmbeddedPostgresServer> running = new HashMap<>();

    private SessionServers() {}

    /** Those of a session, which keeps them: nothing is static, and two sessions in one JVM have nothing in common. */
    static SessionServers of(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        SessionServers created = new SessionServers();
        if (data.set(SessionServers.class, null, created)) {
            created.closeWith(session);
        }
        return (SessionServers) data.get(SessionServers.class);
    }

    /**
     * The server of a folder, started where this session has not yet done so.
     *
     * @param binariesJar asked only where it has to be started
     */
    synchronized PostgresDatabase start(EmbeddedPostgres where, Supplier<Path> binariesJar) {
        return running.computeIfAbsent(where.folder(), folder -> EmbeddedPostgresServer.start(binariesJar.get(), where))
                .database();
    }

    private synchronized void close() {
        running.values().forEach(EmbeddedPostgresServer::close);
        running.clear();
    }

    private void closeWith(MavenSession session) {
        ExecutionListener listener = session.getRequest().getExecutionListener();
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return listener == null ? null : method.invoke(listener, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                if (method.getName().equals("sessionEnded")) {
                    close();
                }
            }
        };
        session.getRequest().setExecutionListener(proxy(handler));
    }

    private static ExecutionListener proxy(InvocationHandler handler) {
        Class<?>[] interfaces = {ExecutionListener.class};
        return (ExecutionListener)
                Proxy.newProxyInstance(ExecutionListener.class.getClassLoader(), interfaces, handler);
    }
}
